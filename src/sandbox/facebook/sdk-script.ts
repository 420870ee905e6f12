/**
 * The stand-in for Meta's SDK. It refuses what the real one refuses, in the same way: an async callback by
 * throwing, an `http:` page and a login before `init` by a line in the console and no call at all.
 */
export const sdkScript = `
(() => {
  if (window.FB && !window.FB.__buffer) return;
  const address = new URL(document.currentScript.src);
  const asked = address.searchParams;
  let parameters;

  const isAsync = (value) => Object.prototype.toString.call(value) === '[object AsyncFunction]';
  const isSecure = location.protocol === 'https:' ||
    ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

  function login(callback, options = {}) {
    if (isAsync(callback)) throw new Error('Expression is of type asyncfunction, not function');
    if (!isSecure) return console.error('The method FB.login can no longer be called from http pages.');
    if (!parameters) return console.error('FB.login() called before FB.init().');
    const signup = new URL('/facebook/signup', address);
    signup.search = asked;
    signup.searchParams.set('app_id', parameters.appId);
    signup.searchParams.set('config_id', options.config_id);
    signup.searchParams.set('extras', JSON.stringify(options.extras));
    signup.searchParams.set('opener_origin', location.origin);
    const popup = window.open(signup.href, '_blank', 'popup,width=600,height=800');
    if (popup) follow(popup, callback);
    else callback({ status: 'unknown', authResponse: null });
  }

  function follow(popup, callback) {
    const answer = (response) => {
      clearInterval(poll);
      removeEventListener('message', hear);
      if (response) callback(response);
    };
    const hear = ({ source, origin, data }) => {
      if (source === popup && origin === address.origin && data && 'sandboxAnswer' in data) {
        answer(data.sandboxAnswer);
        popup.postMessage('sandboxTaken', address.origin);
      }
    };
    const poll = setInterval(() => {
      if (popup.closed) answer({ status: 'unknown', authResponse: null });
    }, 250);
    addEventListener('message', hear);
  }

  window.FB = {
    init(given) {
      if (!given || !/^v\\d+\\.\\d+$/.test(given.version)) {
        throw new Error('init not called with valid version');
      }
      parameters = given;
    },
    login,
  };
  setTimeout(() => window.fbAsyncInit && window.fbAsyncInit());
})();
`;

/** What the played signup window does: it tells the page how it ended, and the SDK what it brought. */
export const signupScript = `
const openerOrigin = new URLSearchParams(location.search).get('opener_origin');
const { order, gap } = document.forms[0].elements;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const taken = new Promise((resolve) => {
  addEventListener('message', ({ data }) => data === 'sandboxTaken' && resolve());
});

const answers = {
  code: () => ({ status: 'connected', authResponse: { code: 'sandbox-' + crypto.randomUUID() } }),
  connected: () => ({ status: 'connected', authResponse: { userID: '1' } }),
  nothing: () => ({ status: 'unknown', authResponse: null }),
  never: () => null,
};

async function end({ message, callback }) {
  const sendMessage = () => {
    if (!message) return;
    const said = { type: 'WA_EMBEDDED_SIGNUP', version: 3, ...message };
    opener.postMessage(JSON.stringify(said), openerOrigin);
  };
  const sendAnswer = () => opener.postMessage({ sandboxAnswer: answers[callback]() }, openerOrigin);
  const steps = order.value === 'code-first' ? [sendAnswer, sendMessage] : [sendMessage, sendAnswer];
  steps[0]();
  await wait(Number(gap.value));
  steps[1]();
  // Closed any sooner, it could look to the SDK as if it had brought nothing.
  await Promise.race([taken, wait(2000)]);
  window.close();
}

for (const button of document.querySelectorAll('[data-ending]')) {
  const ending = JSON.parse(button.dataset.ending);
  button.onclick = () => end(ending);
  button.disabled = false;
  // Long enough for a page to see that the window was really open.
  if (button.hasAttribute('data-by-itself')) wait(1000).then(() => end(ending));
}
`;
