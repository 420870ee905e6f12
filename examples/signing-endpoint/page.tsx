import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Connect } from './connect';

/** Stands for the login of your app; without it, the endpoint answers 401. */
const logIn = () => cookieStore.set('session', 'ana');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <h1>A signing endpoint</h1>
    <p>
      <button type="button" onClick={logIn}>
        Log in as Ana
      </button>
    </p>
    <Connect />
  </StrictMode>,
);
