import { act, render, screen } from '@testing-library/react';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { StyleSheetManager } from 'styled-components';
import { expect, it, vi } from 'vitest';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage();

/** Of the kind of `@emotion/is-prop-valid`, which many apps hand on since styled-components 6. */
const isPropValid = (name: string) =>
  /^(children|type|className|id|name|value|disabled|style|lang|title|on[A-Z]\w*|data-.*|aria-.*)$/.test(
    name,
  );

it.each([
  ['HTML attributes only', isPropValid],
  [
    'HTML attributes only, on elements',
    (name: string, target: unknown) => typeof target !== 'string' || isPropValid(name),
  ],
  ['everything', () => true],
])('works in an app whose StyleSheetManager hands on %s', (_what, shouldForwardProp) => {
  const callback = vi.fn();
  render(
    <StyleSheetManager shouldForwardProp={shouldForwardProp}>
      <StyledConnectButton partnerId="aAbBcCPA" callback={callback} data-test="x" />
    </StyleSheetManager>,
  );
  const button = screen.getByRole('button');

  act(() => button.click());
  expect(button.dataset).toMatchObject({ status: 'open', test: 'x' });
  expect(button.getAttribute('aria-busy')).toBe('true');
  act(showHub);
  act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

  expect(callback).toHaveBeenCalledTimes(1);
  expect(button.dataset['status']).toBe('completed');
});
