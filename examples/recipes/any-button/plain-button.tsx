import { type OnboardingOptions, useConnectButton } from 'react-360dialog-connect';
import { textOf } from './text-of';
import './plain-button.css';

export function PlainConnectButton(options: OnboardingOptions) {
  const { status, error, buttonProps } = useConnectButton(options);
  return (
    <>
      <button {...buttonProps} className="connect">
        {textOf(status)}
      </button>
      {error?.code === 'popup_blocked' && <p role="alert">Please allow the popup of this page.</p>}
    </>
  );
}
