import { redirectPage } from 'react-360dialog-connect/server';

export const GET = redirectPage();
