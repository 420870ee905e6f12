/** The events of a window; `visibilitychange` bubbles up to it from the document. */
type WindowEvents = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

/** Listens on the window. @returns stops listening */
export function listen<Type extends keyof WindowEvents>(
  type: Type,
  listener: (event: WindowEvents[Type]) => void,
): () => void {
  addEventListener(type, listener as EventListener);
  return () => removeEventListener(type, listener as EventListener);
}
