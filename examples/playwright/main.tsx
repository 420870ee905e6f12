import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConnectPage } from './connect-page';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConnectPage />
  </StrictMode>,
);
