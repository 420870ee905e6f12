// This page is the redirect page of all recipes; most of them are not on it then.
import 'react-360dialog-connect/redirect/auto';
import { type ReactNode, StrictMode, useEffect, useState } from 'react';
import type { OnboardingOptions } from 'react-360dialog-connect';
import { createRoot } from 'react-dom/client';
import { MuiConnectButton } from './any-button/mui-button';
import { PlainConnectButton } from './any-button/plain-button';
import { ShadcnConnectButton } from './any-button/shadcn-button';
import { Connect as CheckOnServer } from './check-on-server';
import { Connect as ContractFirst } from './contract-first';
import { Connect as Counting } from './counting';
import { Connect as FillIn } from './fill-in';
import { Connect as Hook } from './hook';
import { Settings as InADialog } from './in-a-dialog';
import { Connect as InAppBrowser } from './in-app-browser';
import { Numbers as ListOfNumbers } from './list-of-numbers';
import { Connect as OwnState } from './own-state';
import { Manage as TakenAway } from './taken-away';
import { Connect as TimeLimit } from './time-limit';
import { save } from './your-app';

const options: OnboardingOptions = {
  partnerId: 'YOUR_PARTNER_ID',
  callback: ({ client, channels }) => save(client, channels),
};
const numbers = [
  { id: 'sales', phone: '+49 30 5550 0101' },
  { id: 'support', phone: '+49 30 5550 0102' },
];
const user = { email: 'ana@bluebird.example', name: 'Ana Lima', phone: '+49 30 5550 0101' };

/** Each recipe by its file. */
const recipes: Record<string, ReactNode> = {
  'check-on-server': <CheckOnServer />,
  'contract-first': <ContractFirst />,
  'list-of-numbers': <ListOfNumbers numbers={numbers} />,
  'own-state': <OwnState projectId="7" />,
  'fill-in': <FillIn user={user} />,
  'in-a-dialog': <InADialog />,
  'in-app-browser': <InAppBrowser saveDraft={() => {}} />,
  'taken-away': <TakenAway />,
  counting: <Counting />,
  'time-limit': <TimeLimit />,
  hook: <Hook />,
  'any-button/plain-button': <PlainConnectButton {...options} />,
  'any-button/shadcn-button': <ShadcnConnectButton {...options} />,
  'any-button/mui-button': <MuiConnectButton {...options} />,
};

function Recipes() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const update = () => setHash(location.hash);
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  const chosen = hash.slice(1) || 'check-on-server';
  return (
    <>
      <nav>
        {Object.keys(recipes).map((name) => (
          <a href={`#${name}`} aria-current={name === chosen && 'page'} key={name}>
            {name}
          </a>
        ))}
      </nav>
      <main key={chosen}>
        <h1>{chosen}</h1>
        {recipes[chosen]}
        <output />
      </main>
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Recipes />
  </StrictMode>,
);
