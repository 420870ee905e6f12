import { useRef } from 'react';
import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { styled } from 'styled-components';

const Window = styled.dialog`
  box-sizing: border-box;
  inline-size: min(26rem, calc(100% - 2rem));
  padding: 1.5rem;
  border: 1px solid #8a949d;
  border-radius: 0.75rem;
  color-scheme: inherit;
  h2 { margin: 0 0 0.5rem; font-size: 1.25rem; }
  p { margin: 0 0 1.25rem; }
  footer { display: flex; flex-wrap: wrap; gap: 0.75rem; }
`;

const Plain = styled.button`
  min-block-size: 2.75rem;
  padding-inline: 1rem;
  border: 1px solid currentColor;
  border-radius: 0.5rem;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
`;

/** A dialog that says what comes next. It closes with the result, and never while the client is in the popup. */
export function ConnectDialog(props: StyledConnectButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const callback: StyledConnectButtonProps['callback'] = (result) => {
    dialog.current?.close();
    props.callback(result);
  };
  return (
    <>
      <Plain type="button" onClick={() => dialog.current?.showModal()}>
        WhatsApp settings…
      </Plain>
      <Window ref={dialog} aria-labelledby="connect-dialog">
        <h2 id="connect-dialog">Connect WhatsApp</h2>
        <p>
          A window of 360dialog opens. You sign up there, choose your numbers and let us write for
          you. Then you are back here.
        </p>
        <footer>
          <StyledConnectButton {...props} callback={callback} label="Continue" />
          <Plain type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </Plain>
        </footer>
      </Window>
    </>
  );
}
