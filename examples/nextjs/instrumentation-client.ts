import { forwardRedirect } from 'react-360dialog-connect/redirect';

// Before the app starts, on whichever page the hub comes back to.
forwardRedirect();
