import { useState } from 'react';
import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { styled } from 'styled-components';

const Steps = styled.ol`
  max-inline-size: 32rem;
  margin: 0;
  padding-inline-start: 1.75rem;
  li { padding-block: 0.5rem 1rem; padding-inline-start: 0.25rem; }
  li::marker { font-weight: 700; }
  h2 { margin: 0; font-size: 1rem; }
  p { margin: 0.25rem 0 1rem; }
`;

const Later = styled.button`
  min-block-size: 2.75rem;
  padding-inline: 0.75rem;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-decoration: underline;
  cursor: pointer;
`;

type OnboardingStepProps = StyledConnectButtonProps & { onSkip(): void };

/** One of the steps of your own setup. Nobody is held up by it. */
export function OnboardingStep({ onSkip, ...props }: OnboardingStepProps) {
  const [isConnected, setConnected] = useState(false);
  const callback: StyledConnectButtonProps['callback'] = (result) => {
    setConnected(true);
    props.callback(result);
  };
  return (
    <Steps>
      <li>
        <h2>Your team, done</h2>
      </li>
      <li aria-current={isConnected ? undefined : 'step'}>
        <h2>WhatsApp{isConnected && ', done'}</h2>
        <p>Have the phone of your number at hand: it gets a code.</p>
        {!isConnected && (
          <>
            <StyledConnectButton {...props} callback={callback} />{' '}
            <Later type="button" onClick={onSkip}>
              Later
            </Later>
          </>
        )}
      </li>
      <li aria-current={isConnected ? 'step' : undefined}>
        <h2>Your first message</h2>
      </li>
    </Steps>
  );
}
