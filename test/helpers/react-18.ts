import Module from 'node:module';

/**
 * `react-dom-18` and the testing library are CommonJS that Node loads by itself, past Vite's
 * aliases: their `require('react')` would find React 19.
 */
type Resolve = (request: string, ...others: unknown[]) => string;
const loader = Module as unknown as { _resolveFilename: Resolve };
const resolve = loader._resolveFilename;
loader._resolveFilename = (request, ...others) =>
  resolve(request.replace(/^react(-dom)?(?=$|\/)/, '$&-18'), ...others);
