/**
 * The redirect page's half as an import for its effect, which is the first thing of a module that runs:
 * a call of `forwardRedirect` between imports would run after all of them. Does nothing on a page
 * without a result, and on a server. For options, call `forwardRedirect` in a module of your own.
 *
 *     import 'react-360dialog-connect/redirect/auto';
 */
import { forwardRedirect } from './index';

forwardRedirect();
