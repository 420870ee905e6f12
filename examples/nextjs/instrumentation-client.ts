// Before the app starts, on whichever page the hub comes back to.
import 'react-360dialog-connect/redirect/auto';
