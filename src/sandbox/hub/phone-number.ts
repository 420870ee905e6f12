import { numberOf } from '../../core/hub-url';

/** Fictitious numbers that the number step offers; the keys are what is stored. */
export const sampleNumbers: Readonly<Record<string, string>> = {
  '493055500101': '+49 30 5550 0101',
  '493055500102': '+49 30 5550 0102',
};

/** Reduces a number to digits with country code: `+49 30 123` and `0049 30 123` → `4930123`. */
export const phoneDigits = (text: string): string => numberOf({ requestedNumber: text });

/** Tells digits that can be a number with country code (E.164 allows 15). */
export const isPhoneNumber = (digits: string): boolean => /^\d{7,15}$/.test(digits);

/** A stored number as people read it. */
export const formatPhoneNumber = (digits: string): string => sampleNumbers[digits] ?? `+${digits}`;
