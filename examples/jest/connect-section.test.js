import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mockOnboarding } from 'react-360dialog-connect/testing';
import { showConnectSection } from './connect-section';

let onboarding;
beforeEach(() => {
  onboarding = mockOnboarding();
  showConnectSection(document.body);
});
afterEach(() => onboarding.restore());

const click = () => document.querySelector('dialog-connect-button').click();
const note = () => document.querySelector('p').textContent;

test('shows the numbers of a client who is done', () => {
  click();
  onboarding.complete({ client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] });

  expect(note()).toBe('Connected: y9MiLoCH');
});

test('tells what went wrong', () => {
  click();
  onboarding.fail('timeout');

  expect(note()).toBe('That did not work: timeout');
});
