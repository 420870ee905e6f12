import { type OnboardingOptions, useConnectButton } from 'react-360dialog-connect';
import { Button } from './shadcn/button';
import { textOf } from './text-of';

export function ShadcnConnectButton(options: OnboardingOptions) {
  const { status, buttonProps } = useConnectButton(options);
  return (
    <Button variant="outline" size="lg" {...buttonProps}>
      {textOf(status)}
    </Button>
  );
}
