import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  connectLabels,
  StyledConnectButton,
  type StyledConnectButtonProps,
} from 'react-360dialog-connect/styled';
import { describe, expect, it } from 'vitest';
import { fakePage } from '../helpers/fake-page';

fakePage({ realTime: true });

const button = () => screen.getByRole('button');
const { cancelled: _, ...shown } = connectLabels.de;
const renderButton = (props: Partial<StyledConnectButtonProps> = {}) =>
  render(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} lang="de" {...props} />);

/** The texts that are only kept room for. */
const keptTexts = () =>
  [...button().querySelectorAll<HTMLElement>('[data-text]')].map((each) => each.dataset['text']);

describe('the room for the text of every status', () => {
  it('is kept before an attempt and while one runs', async () => {
    renderButton();
    const { idle, open, ...others } = shown;
    expect(new Set(keptTexts())).toEqual(new Set([open, ...Object.values(others)]));

    await userEvent.click(button());

    expect(new Set(keptTexts())).toEqual(new Set([idle, ...Object.values(others)]));
  });

  it('is neither text of the page nor heard', async () => {
    renderButton();
    expect(button().textContent).toBe(shown.idle);

    await userEvent.click(button());

    expect(button().textContent).toBe(shown.open);
    expect(button()).toHaveAccessibleName(shown.open);
    for (const room of button().querySelectorAll('[data-text]')) {
      expect(room.closest('[aria-hidden="true"]')).not.toBeNull();
    }
  });

  it('is marked with the language of the text, on which its font may depend', () => {
    renderButton();

    for (const room of button().querySelectorAll('[data-text]')) {
      expect(room).toHaveAttribute('lang', 'de');
    }
  });

  it('is kept for an element of the app by the element itself', async () => {
    renderButton({ children: <b>Los</b> });

    await userEvent.click(button());

    expect(button().querySelector('[aria-hidden="true"] b')).toHaveTextContent('Los');
    expect(button()).toHaveAccessibleName(shown.open);
  });
});

describe('iconOnly', () => {
  it('shows the icon alone, and keeps the text of the status as the name', async () => {
    renderButton({ iconOnly: true, endIcon: '→' });
    expect(button()).toHaveAccessibleName(shown.idle);
    expect(button().textContent).toBe(shown.idle);

    await userEvent.click(button());

    expect(button()).toHaveAccessibleName(shown.open);
    expect(keptTexts()).toEqual([]);
  });

  it.each([null, false, ''])('shows the chat bubble where the icon is %j', (startIcon) => {
    renderButton({ iconOnly: true, startIcon });

    expect(button().querySelector('svg')).toHaveAttribute('data-glyph', 'chat');
  });
});
