import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { styled } from 'styled-components';

const Empty = styled.section`
  display: grid;
  justify-items: center;
  padding: 3rem min(1.5rem, 4%);
  border: 1px dashed #8a949d;
  border-radius: 0.75rem;
  text-align: center;
  h2 { margin: 0 0 0.5rem; font-size: 1.375rem; text-wrap: balance; }
  p { max-inline-size: 32rem; margin: 0 0 1.5rem; text-wrap: pretty; }
`;

/** A page with nothing on it yet, and the one thing to do about it. */
export const EmptyState = (props: StyledConnectButtonProps) => (
  <Empty aria-labelledby="no-numbers">
    <h2 id="no-numbers">No WhatsApp number yet</h2>
    <p>
      Connect a number, and its conversations appear here. You need access to your company’s
      Facebook account; it takes about ten minutes.
    </p>
    <StyledConnectButton {...props} size="large" />
  </Empty>
);
