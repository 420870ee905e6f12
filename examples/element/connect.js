const button = document.querySelector('dialog-connect-button');
const output = document.querySelector('output');

button.addEventListener('connect-callback', ({ detail }) => {
  output.textContent = JSON.stringify(detail);
});
button.addEventListener('connect-cancel', () => {
  output.textContent = 'The client closed the popup.';
});
button.addEventListener('connect-error', ({ detail }) => console.warn(detail.code));
