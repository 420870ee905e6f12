import type { OnboardingStatus } from '../core/types';

/**
 * The button's text at each status; a screen reader is told it too, except `idle`. A cancelled
 * attempt is only told: the button shows `idle` again. Each says what a press does, except the two
 * that are over before anybody presses. The longest decides how wide the button is.
 */
export type ConnectLabels = Record<OnboardingStatus, string>;

/** Texts of your own for some statuses; the others keep the ready ones. */
export type ConnectLabelsOverride = { [Status in OnboardingStatus]?: string | undefined };

/** Languages with a ready set. */
export type ConnectLanguage = 'en' | 'de' | 'es' | 'pt' | 'ar';

/** The ready sets. */
export const connectLabels: Record<ConnectLanguage, ConnectLabels> = {
  en: {
    idle: 'Connect WhatsApp',
    preparing: 'Getting ready…',
    signing: 'One moment…',
    open: 'Continue in the window',
    completed: 'Connected. Add another',
    cancelled: 'Cancelled',
    failed: 'Not connected. Retry',
  },
  de: {
    idle: 'WhatsApp verbinden',
    preparing: 'Wird vorbereitet…',
    signing: 'Einen Moment…',
    open: 'Weiter im Fenster',
    completed: 'Verbunden. Neue Nummer',
    cancelled: 'Abgebrochen',
    failed: 'Fehler. Neu verbinden',
  },
  es: {
    idle: 'Conectar WhatsApp',
    preparing: 'Preparando…',
    signing: 'Un momento…',
    open: 'Continuar en la ventana',
    completed: 'Conectado. Añadir otro',
    cancelled: 'Cancelado',
    failed: 'Error. Conectar de nuevo',
  },
  pt: {
    idle: 'Conectar WhatsApp',
    preparing: 'Preparando…',
    signing: 'Um momento…',
    open: 'Continuar na janela',
    completed: 'Conectado. Novo número',
    cancelled: 'Cancelado',
    failed: 'Falhou. Conectar de novo',
  },
  ar: {
    idle: 'ربط واتساب',
    preparing: 'جارٍ التحضير…',
    signing: 'لحظة من فضلك…',
    open: 'المتابعة في النافذة',
    completed: 'تم الربط. أضف رقمًا',
    cancelled: 'أُلغي الربط',
    failed: 'تعذّر الربط. حاول مجددًا',
  },
};

const normal = (tag: string) => tag.trim().toLowerCase().replaceAll('_', '-');

/** The language of a tag like `pt-BR`: `pt`. */
export const primaryOf = (tag: string): string => normal(tag).split('-')[0]!;

/** @returns the name of the set for a tag like `zh-Hant-TW`, else for `zh-Hant`, else for `zh` */
export function languageOf(tag: string | undefined, names: string[]): string | undefined {
  for (let wanted = normal(tag ?? ''); wanted; wanted = wanted.replace(/-?[^-]*$/, '')) {
    const found = names.find((name) => normal(name) === wanted);
    if (found) return found;
  }
  return undefined;
}
