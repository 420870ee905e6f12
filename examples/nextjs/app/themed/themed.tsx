'use client';

import { StyledConnectButton } from 'react-360dialog-connect/styled';

export const Themed = () => <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} />;
