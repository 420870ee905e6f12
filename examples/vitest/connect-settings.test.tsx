import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { mockOnboarding, type OnboardingMock } from 'react-360dialog-connect/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConnectSettings } from './connect-settings';

let onboarding: OnboardingMock;
beforeEach(() => {
  onboarding = mockOnboarding();
  render(<ConnectSettings />);
});
afterEach(() => {
  onboarding.restore();
  cleanup();
});

const click = () => fireEvent.click(screen.getByRole('button', { name: 'Connect WhatsApp' }));
const note = () => screen.getByRole('status').textContent;

test('shows the numbers of a client who is done', () => {
  click();
  act(() => onboarding.complete({ client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] }));

  expect(note()).toBe('Connected: y9MiLoCH');
});

test('reassures a client who closes the window', () => {
  click();
  act(() => onboarding.cancel());

  expect(note()).toBe('You closed the window. Nothing was changed.');
});

test('asks for popups where the browser blocks them', () => {
  onboarding.fail('popup_blocked');
  click();

  expect(note()).toBe('Please allow popups for this page.');
});

test('leads to the hub of the partner', () => {
  click();

  expect(onboarding.lastUrl).toContain('/YOUR_PARTNER_ID/');
});
