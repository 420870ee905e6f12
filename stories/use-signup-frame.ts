import { useState } from 'react';
import type {
  EmbeddedSignupError,
  EmbeddedSignupErrorCode,
  EmbeddedSignupResult,
  EmbeddedSignupStatus,
} from 'react-360dialog-connect/embedded-signup';
import type { Announcement } from './announcement';
import type { Outcome } from './story-frame';

/** The callbacks of a story of Embedded Signup, and what they were told, for `StoryFrame`. */
export function useSignupFrame() {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [status, setStatus] = useState<EmbeddedSignupStatus>('idle');
  const [result, setResult] = useState<EmbeddedSignupResult | null>(null);
  const [errorCode, setErrorCode] = useState<EmbeddedSignupErrorCode | null>(null);
  const add = (outcome: Outcome) => setOutcomes((before) => [...before, outcome]);

  const callbacks = {
    callback: (signup: EmbeddedSignupResult) => {
      setResult(signup);
      add({ name: 'callback' });
    },
    onCancel: ({ currentStep }: { currentStep?: string }) =>
      add({ name: 'onCancel', ...(currentStep && { detail: `left at ${currentStep}` }) }),
    onError: ({ code, message }: EmbeddedSignupError) => {
      setErrorCode(code);
      add({ name: 'onError', detail: message.startsWith(code) ? message : `${code}: ${message}` });
    },
    onStatusChange: (changed: EmbeddedSignupStatus) => {
      setStatus(changed);
      add({ name: 'onStatusChange', detail: changed });
    },
  };
  return { callbacks, told: { outcomes, result, announcement: announcementOf(status, errorCode) } };
}

const plain = (text: string): Announcement => ({ tone: 'plain', text });

const announcements: Record<Exclude<EmbeddedSignupStatus, 'failed'>, Announcement> = {
  idle: plain(''),
  loading: plain(''),
  ready: plain(''),
  open: plain('Please continue in the window that has opened.'),
  cancelled: plain('The signup was left. You can start again at any time.'),
  completed: { tone: 'good', text: 'The signup is finished. Your server takes it from here.' },
};

/** The one sentence that an app says about a signup, for eyes and for screen readers. */
function announcementOf(
  status: EmbeddedSignupStatus,
  errorCode: EmbeddedSignupErrorCode | null,
): Announcement {
  if (status !== 'failed') return announcements[status];
  const text = errorCode && failures[errorCode];
  return { tone: 'bad', text: text ?? 'The signup was not finished. Please try again.' };
}

const failures: Partial<Record<EmbeddedSignupErrorCode, string>> = {
  sdk_blocked:
    'Something in your browser keeps Meta’s signup away. Please allow it, and try again.',
  popup_blocked: 'Your browser has blocked the window. Please allow it, and try again.',
  no_answer: 'Meta’s window has told nothing. We look whether your number has arrived.',
  reported_by_meta: 'Meta has reported a problem. Please try again.',
};
