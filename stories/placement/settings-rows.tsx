import type { StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { styled } from 'styled-components';

/** A number of your database. */
type ConnectedNumber = { channel: string; phone: string; isLive: boolean };

type SettingsRowsProps = StyledConnectButtonProps & {
  numbers: readonly ConnectedNumber[];
  onManage(channel: string): void;
};

const Rows = styled.ul`
  max-inline-size: 40rem;
  margin: 0 0 1rem;
  padding: 0;
  list-style: none;
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding-block: 0.75rem;
    border-block-end: 1px solid #8a949d;
  }
  span { flex: 1 1 10rem; }
  button {
    min-block-size: 2.75rem;
    padding-inline: 1rem;
    border: 1px solid currentColor;
    border-radius: 0.5rem;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
`;

/** A row for each number, with a button of its own; one button below adds the next one. */
export function SettingsRows({ numbers, onManage, ...props }: SettingsRowsProps) {
  return (
    <>
      <Rows>
        {numbers.map(({ channel, phone, isLive }) => (
          <li key={channel}>
            <span>
              {phone}, {isLive ? 'live' : 'starting'}
            </span>
            <button type="button" onClick={() => onManage(channel)} aria-label={`Manage ${phone}`}>
              Manage
            </button>
          </li>
        ))}
      </Rows>
      <StyledConnectButton {...props} variant="outline" label="Add a number" />
    </>
  );
}
