import { StrictMode, version } from 'react';
import { createRoot } from 'react-dom/client';
import { Connect } from './connect';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <h1>React {version}</h1>
    <Connect />
  </StrictMode>,
);
