const { createElement, Fragment, useState } = require('react');
const { createRoot } = require('react-dom/client');
const { useIntegratedOnboarding } = require('react-360dialog-connect');

function App() {
  const [result, setResult] = useState();
  const { status, open } = useIntegratedOnboarding({ partnerId: 'aAbBcCPA', callback: setResult });
  return createElement(
    Fragment,
    null,
    createElement('h1', null, `An app with a button of its own, ${status}`),
    createElement('button', { type: 'button', onClick: open }, 'Connect 360dialog'),
    result && createElement('output', null, JSON.stringify(result)),
  );
}

createRoot(document.getElementById('root')).render(createElement(App));
