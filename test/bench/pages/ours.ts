import { ConnectButton } from 'react-360dialog-connect';
import { startApp } from './start-app';

startApp(ConnectButton);
