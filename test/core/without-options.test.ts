import { createOnboarding } from 'react-360dialog-connect/core';
import { createEmbeddedSignup } from 'react-360dialog-connect/embedded-signup';
import { describe, expect, it, vi } from 'vitest';

describe.each([undefined, null])('options that are %s, in plain JavaScript', (none) => {
  it.each([
    ['createOnboarding', createOnboarding],
    ['createEmbeddedSignup', createEmbeddedSignup],
  ])('are refused at the click: %s', (_, create) => {
    const printed = vi.spyOn(console, 'error').mockReturnValue();
    const given = create(none as never);
    const updated = create({
      partnerId: 'aAbBcCPA',
      appId: '1',
      configId: '2',
      callback() {},
    } as never);
    updated.update(none as never);

    given.open();
    updated.open();

    expect(printed).toHaveBeenCalledTimes(2);
    printed.mockClear();
    for (const store of [given, updated]) {
      expect(store.getSnapshot()).toMatchObject({
        status: 'failed',
        error: { code: 'invalid_options' },
      });
    }
  });
});
