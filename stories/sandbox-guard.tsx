import { type MouseEvent, type ReactNode, useState } from 'react';
import { english } from './story-frame';

type SandboxGuardProps = {
  /** Its buttons lead to no hub but a sandbox. */
  isSafe: boolean;
  /**
   * Which of its elements lead to a hub, as a selector.
   *
   * @default every button
   */
  opener?: string | undefined;
  children: ReactNode;
};

/** Also in a shadow tree, whose inner target an event hides from those outside. */
const isPress = (event: Event, opener: string) =>
  event.composedPath().some((each) => each instanceof Element && each.matches(opener));

/**
 * Where there is no sandbox, the buttons of a story would lead to 360dialog's own hub. They keep their look;
 * a press says why nothing opens.
 */
export function SandboxGuard({
  isSafe,
  opener = 'button, [role="button"]',
  children,
}: SandboxGuardProps) {
  const [isTold, setTold] = useState(false);
  const explain = (event: MouseEvent) => {
    if (!isPress(event.nativeEvent, opener)) return;
    event.preventDefault();
    event.stopPropagation();
    setTold(true);
  };
  return (
    <div className="sandbox-guard" {...(!isSafe && { onClickCapture: explain })}>
      {children}
      {!isSafe && (
        <div className="sandbox-guard-note" role="status" {...english}>
          {isTold && (
            <p>
              There is no sandbox hub here, so nothing opens. In a checkout of the repository,{' '}
              <code>npm start</code> runs one beside Storybook.
            </p>
          )}
        </div>
      )}
    </div>
  );
}
