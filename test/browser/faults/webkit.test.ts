import { inject } from 'vitest';
import { startWebKit } from '../engines/webkit-engine';
import { runFaults } from './run-faults';

runFaults('WebKit', startWebKit, inject('missing').WebKit);
