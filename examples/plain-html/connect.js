import { isOnboardingError, startOnboarding } from 'react-360dialog-connect/core';

const output = document.querySelector('output');

document.querySelector('button').addEventListener('click', async () => {
  try {
    const result = await startOnboarding({ partnerId: 'YOUR_PARTNER_ID' }).result;
    output.textContent = result ? JSON.stringify(result) : 'The client closed the popup.';
  } catch (error) {
    if (isOnboardingError(error)) console.warn(error.code);
  }
});
