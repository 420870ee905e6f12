import { inject } from 'vitest';
import { startFirefox } from '../engines/firefox-engine';
import { runFaults } from './run-faults';

runFaults('Firefox', startFirefox, inject('missing').Firefox);
