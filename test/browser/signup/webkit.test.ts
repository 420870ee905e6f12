import { inject } from 'vitest';
import { startWebKit } from '../engines/webkit-engine';
import { runSignups } from './run-signups';

runSignups('WebKit', startWebKit, inject('missing').WebKit);
