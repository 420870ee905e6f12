import type { MetaId, NewNumber, PartnerApi, PartnerChannel } from 'react-360dialog-connect/server';
import { expectTypeOf, it } from 'vitest';

type Waba = PartnerChannel['waba'];

it('keeps 360dialog’s IDs and Meta’s apart, and takes a plain text for either', () => {
  expectTypeOf<NonNullable<Waba['metaId']>>().toExtend<NewNumber['metaWabaId']>();
  expectTypeOf<string>().toExtend<NewNumber['metaWabaId']>();
  // @ts-expect-error 360dialog's is none of Meta's
  expectTypeOf<NonNullable<Waba['dialog360Id']>>().toExtend<MetaId>();
  // @ts-expect-error Meta's is none of 360dialog's
  expectTypeOf<MetaId>().toExtend<NonNullable<NewNumber['clientId']>>();
});

it('knows the filters of each list, and lists are read by for await', () => {
  type Query = NonNullable<Parameters<PartnerApi['listChannels']>[0]>;

  expectTypeOf<keyof NonNullable<Query['filters']>>().toEqualTypeOf<'id' | 'clientId' | 'other'>();
  expectTypeOf<ReturnType<PartnerApi['listChannels']>>().toEqualTypeOf<
    AsyncIterable<PartnerChannel>
  >();
});
