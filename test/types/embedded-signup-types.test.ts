import type {
  BusinessId,
  EmbeddedSignupError,
  EmbeddedSignupErrorCode,
  EmbeddedSignupOptions,
  EmbeddedSignupResult,
  EmbeddedSignupSnapshot,
  EmbeddedSignupStatus,
  SignupKind,
  StartedEmbeddedSignup,
  WabaId,
} from 'react-360dialog-connect/embedded-signup';
import type { EmbeddedSignupButtonProps } from 'react-360dialog-connect/embedded-signup/react';
import type { StyledEmbeddedSignupButtonProps } from 'react-360dialog-connect/styled';
import { expectTypeOf, it } from 'vitest';

// These are checked by the compiler: running them always succeeds.

it('a signup needs appId, configId and callback only, and every option takes undefined', () => {
  type Least = { appId: string; configId: string; callback: () => void };
  type Others = Omit<EmbeddedSignupOptions, keyof Least>;

  expectTypeOf<Least>().toExtend<EmbeddedSignupOptions>();
  expectTypeOf<Least & { [Name in keyof Others]: undefined }>().toExtend<EmbeddedSignupOptions>();
  expectTypeOf<Omit<Least, 'configId'>>().not.toExtend<EmbeddedSignupOptions>();
  expectTypeOf<Least>().toExtend<EmbeddedSignupButtonProps>();
});

it('the themed button takes all that the plain one takes, and every prop undefined', () => {
  type Props = StyledEmbeddedSignupButtonProps;
  type Others = Omit<Props, 'appId' | 'configId' | 'callback'>;

  expectTypeOf<Props>().toExtend<EmbeddedSignupButtonProps>();
  expectTypeOf<keyof EmbeddedSignupButtonProps>().toExtend<keyof Props>();
  expectTypeOf<{ [Name in keyof Others]: undefined }>().toExtend<Others>();
});

it('one kind of ID does not pass as another, and each is a text', () => {
  expectTypeOf<BusinessId>().not.toExtend<WabaId>();
  expectTypeOf<string>().not.toExtend<WabaId>();
  expectTypeOf<WabaId>().toExtend<string>();
  expectTypeOf<EmbeddedSignupResult['wabaId']>().toEqualTypeOf<WabaId | null>();
});

it('what exchange resolves to is in the result', () => {
  expectTypeOf<EmbeddedSignupResult<{ id: string }>['exchanged']>().toEqualTypeOf<
    { id: string } | undefined
  >();
  expectTypeOf<StartedEmbeddedSignup<number>['result']>().toEqualTypeOf<
    Promise<EmbeddedSignupResult<number> | null>
  >();
  expectTypeOf<
    EmbeddedSignupError<number>['result']
  >().toEqualTypeOf<EmbeddedSignupResult<number> | null>();
});

it('kinds, statuses and codes are the contract’s', () => {
  expectTypeOf<SignupKind>().toEqualTypeOf<
    'number' | 'waba_only' | 'coexistence' | 'obo_migration' | 'api_access_only' | 'unknown'
  >();
  expectTypeOf<EmbeddedSignupStatus>().toEqualTypeOf<
    'idle' | 'loading' | 'ready' | 'open' | 'completed' | 'cancelled' | 'failed'
  >();
  expectTypeOf<EmbeddedSignupErrorCode>().toEqualTypeOf<
    | 'invalid_options'
    | 'insecure_page'
    | 'sdk_blocked'
    | 'sdk_not_ready'
    | 'popup_blocked'
    | 'no_answer'
    | 'reported_by_meta'
    | 'number_mismatch'
    | 'exchange_failed'
    | 'timeout'
  >();
  expectTypeOf<EmbeddedSignupSnapshot['status']>().toEqualTypeOf<EmbeddedSignupStatus>();
});
