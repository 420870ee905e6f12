import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { ConnectButton } from 'react-360dialog-connect';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';

const page = fakePage({ realTime: true });

it('a server-rendered button is hydrated without a mismatch and works', async () => {
  const app = (
    <StrictMode>
      <ConnectButton partnerId="aAbBcCPA" callback={() => {}} disabled={false} />
    </StrictMode>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(app);
  document.body.append(container);
  const serverRendered = container.firstElementChild;
  const onRecoverableError = vi.fn();

  render(app, { container, hydrate: true, ...{ onRecoverableError } });
  await userEvent.click(screen.getByRole('button'));

  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(container.firstElementChild).toBe(serverRendered);
  expect(serverRendered).toHaveAttribute('data-status', 'open');
  expect(page.open).toHaveBeenCalledTimes(1);
});
