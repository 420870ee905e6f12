import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Connect } from '../../examples/vite-react/src/connect';
import { fakePage } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });

it('brings the result of a click to the page, as the README shows it', async () => {
  render(<Connect />);

  await userEvent.click(screen.getByRole('button', { name: 'Connect 360dialog' }));
  await act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

  expect(JSON.parse(screen.getByRole('status').textContent)).toEqual({
    client: 'oaY9LLfUCL',
    channels: ['y9MiLoCH', 'Ab12CH'],
  });
});

it('tells what went wrong', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  page.open.mockReturnValue(null);
  render(<Connect />);

  await userEvent.click(screen.getByRole('button', { name: 'Connect 360dialog' }));

  expect(warn.mock.calls).toEqual([[expect.objectContaining({ code: 'popup_blocked' })]]);
  warn.mockReset();
});
