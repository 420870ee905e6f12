import { ConnectButton } from '360dialog-connect-button';
import { startApp } from './start-app';

startApp(ConnectButton);
