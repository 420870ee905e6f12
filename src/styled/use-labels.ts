'use client';

import { useSyncExternalStore } from 'react';
import type { OnboardingStatus } from '../core/types';
import { type ConnectLabels, connectLabels, languageOf, primaryOf } from './connect-labels';
import { type ConnectLanguages, useLanguages } from './connect-theme-provider';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
const pageLanguage = () => document.documentElement.lang;
// The server does not know the page around it; the client reads it after hydration.
const serverLanguage = () => '';

/** The text of a status, and the language to mark it with: none where it is that of what it stands in. */
export type LabelAt = (status: OnboardingStatus) => { text: string; lang: string | undefined };

/**
 * The texts of `lang`, else of the page's language, else English, with the app's own in place of single
 * ones. A text is marked with the language that it really is in, which may not be the one asked for.
 */
export function useLabels(
  own: Partial<ConnectLabels> | undefined,
  lang: string | undefined,
): LabelAt {
  const page = useSyncExternalStore(subscribe, pageLanguage, serverLanguage);
  const sets: ConnectLanguages = { ...connectLabels, ...useLanguages() };
  const found = languageOf(lang, sets) ?? languageOf(page, sets);
  return (status) => {
    const text = own?.[status];
    if (text !== undefined) return { text, lang };
    // A set that no compiler has seen may lack a text.
    const language = found && sets[found]![status] ? found : 'en';
    const isOfPage = lang === undefined && primaryOf(page) === primaryOf(language);
    return { text: sets[language]![status], lang: isOfPage ? undefined : language };
  };
}
