'use client';

/** Stands for the login of your app; without it, the endpoint answers 401. */
export function LogIn() {
  const logIn = () => cookieStore.set('session', 'ana');
  return (
    <p>
      <button type="button" onClick={logIn}>
        Log in as Ana
      </button>
    </p>
  );
}
