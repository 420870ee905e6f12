import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { expect, it, vi } from 'vitest';
import { redirectPage, setMark } from '../helpers/redirect-page';

const page = redirectPage();

it('a themed button to which the whole page comes back shows and announces the outcome', () => {
  const callback = vi.fn();
  setMark({ required: true });
  page.go('/app?client=c&channels=[a]&state=s');

  render(
    <StrictMode>
      <StyledConnectButton partnerId="aAbBcCPA" callback={callback} />
    </StrictMode>,
  );

  expect(callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'] }]]);
  expect(screen.getByRole('button')).toHaveTextContent('Connected');
  expect(screen.getByRole('status')).toHaveTextContent('Connected');
});
