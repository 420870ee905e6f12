'use client';

import { useSyncExternalStore } from 'react';
import { type ConnectLabels, connectLabels, languageOf } from './connect-labels';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}
const pageLanguage = () => document.documentElement.lang;
// The server does not know the page around it; the client reads it after hydration.
const serverLanguage = () => '';

/**
 * The texts of `lang`, else of the page's language, else English, with the app's own in them.
 * `foreign` is the language to mark them with where it is not the page's.
 */
export function useLabels(own: Partial<ConnectLabels> | undefined, lang: string | undefined) {
  const page = useSyncExternalStore(subscribe, pageLanguage, serverLanguage);
  const ready = languageOf(lang) ?? languageOf(page);
  const labels = { ...connectLabels[ready ?? 'en'] };
  for (const [status, text] of Object.entries(own ?? {})) {
    if (text !== undefined) labels[status as keyof ConnectLabels] = text;
  }
  const isFallback = !ready && !own && page !== '';
  return { labels, foreign: lang ?? (isFallback ? 'en' : undefined) };
}
