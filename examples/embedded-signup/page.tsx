import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Connect } from './connect';

function Page() {
  const [isLoggedIn, setLoggedIn] = useState(false);

  /** Stands for the login of your app; without it, the server answers 401. */
  async function logIn() {
    await cookieStore.set('session', 'ana');
    setLoggedIn(true);
  }

  return (
    <>
      <h1>Your WhatsApp numbers</h1>
      {isLoggedIn ? (
        <Connect />
      ) : (
        <button type="button" onClick={logIn}>
          Log in as Ana
        </button>
      )}
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
