import { inject } from 'vitest';
import { startFirefox } from '../engines/firefox-engine';
import { runSignups } from './run-signups';

runSignups('Firefox', startFirefox, inject('missing').Firefox);
