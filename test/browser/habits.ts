/**
 * What a page of somebody's may have on it before our code runs, by the name that a fixture page is
 * told (`habit`). Plain scripts, as such pages have them.
 */
export const habits: Record<string, string> = {
  // Names of a page's own variables. A `var` of a plain script is a property of the window.
  'own names': `
    var origin = 'Berlin', screen = 'wide', name = 'Ana', status = 'new', parent = null;
    var external = false, screenX = 'left', outerWidth = 'wide';`,
  // An analytics script that was here first and lets nobody hear what it hears.
  'messages stopped': `
    addEventListener('message', (event) => event.stopImmediatePropagation(), true);`,
  // Prototype.js before 1.7.
  'lists spoilt by JSON': `
    Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };`,
  // A polyfill from somebody's blog.
  'broken built-ins': `
    String.prototype.replaceAll = function () { throw new TypeError('replaceAll'); };
    Array.from = function (items) { return [].slice.call(items); };
    Array.prototype.at = function () { throw new TypeError('at'); };`,
  // What is younger than the oldest browsers that are supported.
  'an old browser': `
    delete AbortSignal.any; delete AbortSignal.timeout; delete URL.canParse;
    delete Object.groupBy; delete Promise.withResolvers; delete Array.prototype.toSorted;
    delete String.prototype.isWellFormed; delete crypto.randomUUID; delete window.structuredClone;
    delete window.CSSStyleSheet; delete window.navigation; delete Element.prototype.role;`,
  // Safari after 100 calls in 30 seconds.
  'an address that nobody may change': `
    history.replaceState = function () { throw new DOMException('', 'SecurityError'); };`,
  // A blocker that pretends.
  'a decoy for a window': `
    window.open = function () {
      var frame = document.createElement('iframe');
      document.documentElement.append(frame);
      return frame.contentWindow;
    };`,
};
