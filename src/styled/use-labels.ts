'use client';

import { useSyncExternalStore } from 'react';
import type { OnboardingStatus } from '../core/types';
import { type ConnectLabelsOverride, connectLabels, languageOf, primaryOf } from './connect-labels';
import { type ConnectLanguages, useLanguages } from './connect-theme-provider';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
const pageLanguage = () => document.documentElement.lang;
// The server does not know the page around it; the client reads it after hydration.
const serverLanguage = () => '';

const ready: ConnectLanguages = connectLabels;

/** The text of a status, and the language to mark it with: none where it is that of what it stands in. */
export type LabelAt = (status: OnboardingStatus) => { text: string; lang: string | undefined };

/**
 * The texts of `lang`, else of the page's language, else English, with the app's own in place of single
 * ones. A text is marked with the language that it really is in, which may not be the one asked for.
 */
export function useLabels(
  own: ConnectLabelsOverride | undefined,
  lang: string | undefined,
): LabelAt {
  const page = useSyncExternalStore(subscribe, pageLanguage, serverLanguage);
  const languages = useLanguages();
  const names = Object.keys(languages);
  const found = languageOf(lang, names) ?? languageOf(page, names);
  return (status) => {
    // An empty text would leave the button without a name.
    const ownText = own?.[status];
    if (ownText) return { text: ownText, lang };
    // A set that no compiler has seen may lack a text, or be none.
    const textIn = (name: string) => languages[name]?.[status] || ready[name]?.[status];
    const language = found && textIn(found) ? found : 'en';
    const isOfPage = lang === undefined && primaryOf(page) === primaryOf(language);
    return { text: textIn(language)!, lang: isOfPage ? undefined : language };
  };
}
