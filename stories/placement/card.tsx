import { useState } from 'react';
import type { CallbackObject } from 'react-360dialog-connect';
import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { styled } from 'styled-components';

const Card = styled.section`
  max-inline-size: 26rem;
  padding: min(1.5rem, 6%);
  border: 1px solid #8a949d;
  border-radius: 0.75rem;
  h2 { margin: 0 0 0.25rem; font-size: 1.125rem; }
  p { margin: 0 0 1.25rem; }
`;

/** One of several integrations. Once connected, the card says so in place of the button. */
export function ConnectCard(props: StyledConnectButtonProps) {
  const [result, setResult] = useState<CallbackObject>();
  const callback = (connected: CallbackObject) => {
    setResult(connected);
    props.callback(connected);
  };
  return (
    <Card aria-labelledby="whatsapp-card">
      <h2 id="whatsapp-card">WhatsApp</h2>
      <p>Answer your customers where they write to you.</p>
      {result ? (
        <strong>Connected: {result.channels.length} numbers</strong>
      ) : (
        <StyledConnectButton {...props} callback={callback} variant="outline" />
      )}
    </Card>
  );
}
