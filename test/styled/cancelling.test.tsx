import { act, fireEvent, render, screen } from '@testing-library/react';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { expect, it } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';

const page = fakePage();

it('a client who closes the popup is told so, and finds the button as it was before', () => {
  render(
    <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}}>
      Add a number
    </StyledConnectButton>,
  );
  const button = screen.getByRole('button');
  fireEvent.click(button);
  act(() => showHub());
  expect(button).toHaveTextContent('Continue in the window');

  page.popup.close();
  act(() => waitForEverything());

  expect(screen.getByRole('status')).toHaveTextContent('Cancelled');
  expect(button).toHaveTextContent('Add a number');
  expect(button.querySelector('svg')).toHaveAttribute('data-glyph', 'chat');
});
