import { startApp } from './start-app';

const hub = 'http://localhost:8082/dashboard/app/aAbBcCPA/permissions';

startApp(() => (
  <button type="button" onClick={() => window.open(hub, '_blank', 'popup,width=600,height=900')}>
    Connect 360dialog
  </button>
));
