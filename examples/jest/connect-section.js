import { defineConnectButton } from 'react-360dialog-connect/element';

/** Puts the button and a line of text into a part of the page. */
export function showConnectSection(root) {
  defineConnectButton();
  const button = document.createElement('dialog-connect-button');
  const note = document.createElement('p');
  button.setAttribute('partner-id', 'YOUR_PARTNER_ID');
  button.addEventListener('connect-callback', ({ detail }) => {
    note.textContent = `Connected: ${detail.channels.join(', ')}`;
  });
  button.addEventListener('connect-error', (event) => {
    event.preventDefault();
    note.textContent = `That did not work: ${event.detail.code}`;
  });
  root.replaceChildren(button, note);
}
