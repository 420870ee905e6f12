import type { OnboardingStatus } from '../core/types';

/**
 * The button's text at each status; a screen reader is told it too, except `idle`. A cancelled
 * attempt is only told: the button shows `idle` again.
 */
export type ConnectLabels = Record<OnboardingStatus, string>;

/** Languages with a ready set. */
export type ConnectLanguage = 'en' | 'de' | 'es' | 'pt' | 'ar';

/** The ready sets. */
export const connectLabels: Record<ConnectLanguage, ConnectLabels> = {
  en: {
    idle: 'Connect WhatsApp',
    preparing: 'Getting ready…',
    signing: 'One moment…',
    open: 'Continue in the window',
    completed: 'Connected',
    cancelled: 'Cancelled',
    failed: 'Failed. Try again',
  },
  de: {
    idle: 'WhatsApp verbinden',
    preparing: 'Wird vorbereitet…',
    signing: 'Einen Moment…',
    open: 'Weiter im Fenster',
    completed: 'Verbunden',
    cancelled: 'Abgebrochen',
    failed: 'Fehler. Erneut versuchen',
  },
  es: {
    idle: 'Conectar WhatsApp',
    preparing: 'Preparando…',
    signing: 'Un momento…',
    open: 'Continuar en la ventana',
    completed: 'Conectado',
    cancelled: 'Cancelado',
    failed: 'Error. Intentar de nuevo',
  },
  pt: {
    idle: 'Conectar WhatsApp',
    preparing: 'Preparando…',
    signing: 'Um momento…',
    open: 'Continuar na janela',
    completed: 'Conectado',
    cancelled: 'Cancelado',
    failed: 'Falhou. Tentar de novo',
  },
  ar: {
    idle: 'ربط واتساب',
    preparing: 'جارٍ التحضير…',
    signing: 'لحظة من فضلك…',
    open: 'المتابعة في النافذة',
    completed: 'تم الربط',
    cancelled: 'أُلغي الربط',
    failed: 'تعذّر الربط. حاول مجددًا',
  },
};

/** @returns the ready set's language for a tag like `pt-BR`; `undefined` where there is none */
export function languageOf(tag: string | undefined): ConnectLanguage | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(connectLabels, language) ? (language as ConnectLanguage) : undefined;
}
