import type {
  AttemptRequest,
  CallbackObject,
  ConnectButtonBehavior,
  ConnectButtonProps,
  Environment,
  FetchIoSignature,
  IntegratedOnboarding,
  OnboardingError,
  OnboardingErrorCode,
  OnboardingOptions,
  OnboardingSnapshot,
  OnboardingStatus,
  OnboardingUrlOptions,
  Prepare,
  QueryParameters,
  Version,
} from 'react-360dialog-connect';
import type { StartedOnboarding, startOnboarding } from 'react-360dialog-connect/core';
import type { ForwardRedirectOptions, forwardRedirect } from 'react-360dialog-connect/redirect';
import type {
  ConnectButtonView,
  ConnectLabels,
  ConnectTheme,
  ConnectThemeOverride,
  ConnectThemeProviderProps,
  StyledConnectButtonProps,
} from 'react-360dialog-connect/styled';
import { describe, expectTypeOf, it } from 'vitest';

// These are checked by the compiler: running them always succeeds.

describe('options', () => {
  it('are literal where the set is closed', () => {
    expectTypeOf<Environment>().toEqualTypeOf<'local' | 'staging' | 'rc' | 'prod'>();
    expectTypeOf<Version>().toEqualTypeOf<'v1' | 'v2'>();
    expectTypeOf<OnboardingUrlOptions['env']>().toEqualTypeOf<Environment | undefined>();
    expectTypeOf<OnboardingUrlOptions['version']>().toEqualTypeOf<Version | undefined>();
    // As the published package has it: the editor offers both, and nothing that was right breaks.
    expectTypeOf<{ next: string }>().toExtend<QueryParameters>();
    expectTypeOf<OnboardingOptions['display']>().toEqualTypeOf<
      'popup' | 'redirect' | 'auto' | undefined
    >();
  });

  it('are open where the set is', () => {
    expectTypeOf<{ lang: 'fr'; plan_selection: 'new'; flow: string }>().toExtend<QueryParameters>();
    expectTypeOf<{ brand_new: 1; other: true; none: null }>().toExtend<QueryParameters>();
    expectTypeOf<{ nested: { a: 1 } }>().not.toExtend<QueryParameters>();
    expectTypeOf<{ redirectUrl: string }>().not.toExtend<QueryParameters>();
    expectTypeOf<{ redirect_uri: string }>().not.toExtend<QueryParameters>();
  });

  it('need partnerId and callback only', () => {
    expectTypeOf<{ partnerId: string; callback: () => void }>().toExtend<OnboardingOptions>();
    expectTypeOf<{ partnerId: string }>().not.toExtend<OnboardingOptions>();
    expectTypeOf<{ callback: () => void }>().not.toExtend<OnboardingOptions>();
    expectTypeOf<{ partnerId: string }>().toExtend<OnboardingUrlOptions>();
  });

  it('tell each callback what it gets', () => {
    expectTypeOf<OnboardingOptions['callback']>().parameters.toEqualTypeOf<[CallbackObject]>();
    expectTypeOf<NonNullable<OnboardingOptions['onCancel']>>().parameters.toEqualTypeOf<[]>();
    expectTypeOf<NonNullable<OnboardingOptions['onError']>>().parameters.toEqualTypeOf<
      [OnboardingError]
    >();
    expectTypeOf<NonNullable<OnboardingOptions['onStatusChange']>>().parameters.toEqualTypeOf<
      [OnboardingStatus]
    >();
    expectTypeOf<FetchIoSignature>().parameter(0).toEqualTypeOf<{
      partnerId: string;
      runId: string;
      signal: AbortSignal;
    }>();
    expectTypeOf<Prepare>().parameter(0).toEqualTypeOf<AttemptRequest>();
    expectTypeOf<() => Promise<void>>().toExtend<Prepare>();
    expectTypeOf<() => Promise<{ state: string }>>().toExtend<Prepare>();
    expectTypeOf<ReturnType<FetchIoSignature>>().toEqualTypeOf<
      Promise<{ io_signature: string; io_timestamp: string | number; state?: string | undefined }>
    >();
  });
});

it('every option takes undefined, also under exactOptionalPropertyTypes', () => {
  type Optional<Options> = Omit<Options, 'partnerId' | 'callback' | 'redirectUrl' | 'redirect_uri'>;
  type Undefined<Options> = { [Name in keyof Optional<Options>]: undefined };

  expectTypeOf<
    Undefined<OnboardingOptions> & { partnerId: string; callback: () => void }
  >().toExtend<OnboardingOptions>();
  expectTypeOf<{ email: undefined; redirect_url: undefined; next: undefined }>().toExtend<
    NonNullable<OnboardingOptions['queryParameters']>
  >();
  expectTypeOf<Undefined<ForwardRedirectOptions>>().toExtend<ForwardRedirectOptions>();
  expectTypeOf<Undefined<StyledConnectButtonProps>>().toExtend<
    Omit<StyledConnectButtonProps, 'partnerId' | 'callback'>
  >();
});

describe('results', () => {
  it('are the contract’s CallbackObject', () => {
    expectTypeOf<CallbackObject>().toEqualTypeOf<{
      client: string;
      channels: string[];
      revokedChannels?: string[];
      state?: string;
    }>();
  });

  it('are known from the status', () => {
    type In<Status> = Extract<OnboardingSnapshot, { status: Status }>;

    expectTypeOf<In<'completed'>['result']>().toEqualTypeOf<CallbackObject>();
    expectTypeOf<In<'completed'>['error']>().toEqualTypeOf<null>();
    expectTypeOf<In<'failed'>['error']>().toEqualTypeOf<OnboardingError>();
    expectTypeOf<In<'failed'>['result']>().toEqualTypeOf<null>();
    expectTypeOf<OnboardingSnapshot['detached']>().toEqualTypeOf<boolean>();
    expectTypeOf<OnboardingStatus>().toEqualTypeOf<
      'idle' | 'preparing' | 'signing' | 'open' | 'completed' | 'cancelled' | 'failed'
    >();
  });

  it('narrow in what the hook returns', () => {
    const read = (onboarding: IntegratedOnboarding) =>
      onboarding.status === 'completed' ? onboarding.result.client : onboarding.result;

    expectTypeOf(read).returns.toEqualTypeOf<string | null>();
    expectTypeOf<IntegratedOnboarding['open']>().toExtend<(event: MouseEvent) => void>();
    expectTypeOf<IntegratedOnboarding['open']>().toExtend<() => void>();
    expectTypeOf<IntegratedOnboarding['runId']>().toEqualTypeOf<string | null>();
  });

  it('outside React are a promise, null when the popup was closed', () => {
    expectTypeOf<StartedOnboarding['result']>().toEqualTypeOf<Promise<CallbackObject | null>>();
    expectTypeOf<Parameters<typeof startOnboarding>[0]>().not.toHaveProperty('callback');
    expectTypeOf<Parameters<typeof startOnboarding>[0]['signal']>().toEqualTypeOf<
      AbortSignal | undefined
    >();
  });

  it('fail with one of the documented codes', () => {
    expectTypeOf<OnboardingErrorCode>().toEqualTypeOf<
      | 'invalid_options'
      | 'popup_blocked'
      | 'preparation_failed'
      | 'signature_failed'
      | 'state_mismatch'
      | 'invalid_redirect'
      | 'timeout'
    >();
    expectTypeOf<OnboardingError['code']>().toEqualTypeOf<OnboardingErrorCode>();
  });
});

describe('the button', () => {
  it('takes every option and every attribute of a button', () => {
    expectTypeOf<ConnectButtonProps>().toExtend<OnboardingOptions>();
    expectTypeOf<ConnectButtonProps>().toHaveProperty('disabled');
    expectTypeOf<ConnectButtonProps>().toHaveProperty('aria-label');
    expectTypeOf<ConnectButtonProps['useNewRedirect']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<OnboardingOptions>().not.toHaveProperty('onClick');
  });
});

describe('the themed button', () => {
  it('takes everything that ConnectButton takes', () => {
    expectTypeOf<StyledConnectButtonProps>().toExtend<ConnectButtonProps>();
    expectTypeOf<keyof ConnectButtonProps>().toExtend<keyof StyledConnectButtonProps>();
  });

  it('has its view take what useConnectButton returns', () => {
    type View = Parameters<typeof ConnectButtonView>[0];
    expectTypeOf<ConnectButtonBehavior>().toExtend<View>();
    expectTypeOf<{ status: OnboardingStatus }>().toExtend<View>();
  });

  it('takes a language with a text for every status, and no other', () => {
    type Languages = NonNullable<ConnectThemeProviderProps['languages']>;
    expectTypeOf<keyof ConnectLabels>().toEqualTypeOf<OnboardingStatus>();
    expectTypeOf<{ fr: ConnectLabels }>().toExtend<Languages>();
    expectTypeOf<{ fr: Omit<ConnectLabels, 'preparing'> }>().not.toExtend<Languages>();
  });

  it('takes any part of the theme, and nothing else', () => {
    expectTypeOf<ConnectTheme>().toExtend<ConnectThemeOverride>();
    expectTypeOf<{
      color: { dark: { fill: { rest: 'red' } } };
    }>().toExtend<ConnectThemeOverride>();
    expectTypeOf<{ radius: { button: 4 } }>().not.toExtend<ConnectThemeOverride>();
    expectTypeOf<StyledConnectButtonProps['variant']>().toEqualTypeOf<
      'solid' | 'outline' | 'ghost' | undefined
    >();
  });
});

describe('forwardRedirect', () => {
  it('takes openerOrigins and doneText, or nothing', () => {
    expectTypeOf<typeof forwardRedirect>().toBeCallableWith();
    expectTypeOf<typeof forwardRedirect>().toBeCallableWith({
      openerOrigins: ['https://app.example.com'],
      doneText: 'Done',
    });
    expectTypeOf<typeof forwardRedirect>().returns.toEqualTypeOf<void>();
  });
});
