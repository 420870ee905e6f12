import { inject } from 'vitest';
import { startChromium } from '../engines/chromium-engine';
import { runFaults } from './run-faults';

runFaults('Chromium', () => startChromium(inject('chromiumPath')));
