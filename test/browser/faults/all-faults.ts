import { answers } from './answers';
import { attackers } from './attackers';
import { beforeTheHub } from './before-the-hub';
import { closing } from './closing';
import type { Fault } from './fault';
import { foreignPages } from './foreign-pages';
import { forgedMessages } from './forged-messages';
import { lifecycle } from './lifecycle';
import { openerPolicy } from './opener-policy';
import { opening } from './opening';
import { redirectPages } from './redirect-pages';
import { wholePage } from './whole-page';

/** The chapters of the matrix, in the order of its table. */
export const chapters: Record<string, Fault[]> = {
  'The click': opening,
  'Before the hub': beforeTheHub,
  'The answer': answers,
  'Redirect pages': redirectPages,
  'Pages with habits of their own': foreignPages,
  'Cross-Origin-Opener-Policy': openerPolicy,
  'The app meanwhile': lifecycle,
  'Closing and failing': closing,
  'The whole page': wholePage,
  'Forged messages': forgedMessages,
  'Windows and links of an attacker': attackers,
};

export const faults = Object.values(chapters).flat();
