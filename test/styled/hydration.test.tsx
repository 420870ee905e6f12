import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';

const page = fakePage({ realTime: true });
afterEach(() => document.documentElement.removeAttribute('lang'));

it('a server-rendered button is hydrated without a mismatch, takes the page’s language and works', async () => {
  const app = (
    <StrictMode>
      <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} />
    </StrictMode>
  );
  document.documentElement.lang = 'es';
  const container = document.createElement('div');
  container.innerHTML = renderToString(app);
  document.body.append(container);
  const serverRendered = container.firstElementChild;
  expect(serverRendered).toHaveTextContent('Connect WhatsApp');
  const onRecoverableError = vi.fn();

  render(app, { container, hydrate: true, ...{ onRecoverableError } });
  expect(screen.getByRole('button')).toHaveTextContent('Conectar WhatsApp');
  await userEvent.click(screen.getByRole('button'));

  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(container.firstElementChild).toBe(serverRendered);
  expect(serverRendered).toHaveAttribute('data-status', 'open');
  expect(page.open).toHaveBeenCalledTimes(1);
});
