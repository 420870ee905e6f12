import { type OnboardingOptions, useConnectButton } from 'react-360dialog-connect';
import { Button } from './mui/button';
import { textOf } from './text-of';

export function MuiConnectButton(options: OnboardingOptions) {
  const { status, buttonProps } = useConnectButton(options);
  const isWaiting = status === 'preparing' || status === 'signing';
  return (
    <Button variant="contained" loading={isWaiting} slotProps={{ root: buttonProps }}>
      {textOf(status)}
    </Button>
  );
}
