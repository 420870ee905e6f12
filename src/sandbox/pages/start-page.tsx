/** @jsxImportSource hono/jsx */
import { hubPaths } from '../../core/hub-address';
import { facebookSdkPath } from '../facebook/facebook-routes';
import { sandboxPlatformSecret } from '../hub/spend-io-signature';
import { partnerApiPath, sandboxPartnerApiKey } from '../partner-api/partner-api-routes';
import { scenarioKeys } from '../scenario/scenario-keys';
import { demoPartners } from '../state/partners';
import { Page } from './page';

type StartPageProps = {
  origin: string;
  /** The query of this page: there after a run that was tried from here. */
  search: string;
};

/** What the sandbox is and how to use it. */
export const StartPage = ({ origin, search }: StartPageProps) => (
  <Page title="A stand-in for the onboarding hub" wide>
    <p class="lead">
      It plays what your clients see in the popup: signup, price, number and permission. Every
      partner ID works, and so does every password.
    </p>
    {search.includes('client=') && (
      <p class="note">
        Your redirect page would have got: <code>{search}</code>
      </p>
    )}
    <Addresses origin={origin} />
    <Partners origin={origin} />
    <Signatures origin={origin} />
    <Backend origin={origin} />
    <Facebook origin={origin} />
    <Scenarios origin={origin} />
  </Page>
);

type SectionProps = { origin: string };

const Addresses = ({ origin }: SectionProps) => (
  <>
    <h2>Use it</h2>
    <p>
      Give the button one of these as its <code>onboardingUrl</code>:
    </p>
    <ul>
      <li>
        New hub: <code>{`${origin}${hubPaths.v2}`}</code>
      </li>
      <li>
        Classic hub: <code>{`${origin}${hubPaths.v1}`}</code>
      </li>
    </ul>
    <p>
      Also send a <code>redirect_url</code> in <code>queryParameters</code>, or set one below.
    </p>
  </>
);

function Partners({ origin }: SectionProps) {
  const back = encodeURIComponent(`${origin}/`);
  return (
    <>
      <h2>Partners to try</h2>
      <ul>
        {demoPartners.map(({ id, name, payment, ioSignature }) => (
          <li key={id}>
            <a href={`${hubPaths.v2.replace('{partnerId}', id)}?redirect_url=${back}`}>{name}</a>:{' '}
            <code>{id}</code>, {payment} payment
            {ioSignature === 'required' && ', IO Signatures switched on'}
          </li>
        ))}
      </ul>
    </>
  );
}

const Signatures = ({ origin }: SectionProps) => (
  <>
    <h2>IO Signatures</h2>
    <p>
      The sandbox plays the partner’s server, too. It signs for pages of this machine, with the
      platform secret <code>{sandboxPlatformSecret}</code>:
    </p>
    <pre tabindex={0}>{`ioSignatureFrom('${origin}/partner-backend/sSiIgGPA/io-signature')`}</pre>
    <p>
      <code>?delay=7000</code> answers that many milliseconds late, <code>?status=500</code> with an
      error.
    </p>
  </>
);

const Backend = ({ origin }: SectionProps) => (
  <>
    <h2>Partner API, messages and webhooks</h2>
    <p>
      For your server, with the key <code>{sandboxPartnerApiKey}</code> of every partner:
    </p>
    <pre
      tabindex={0}
    >{`createPartnerApi({ partnerId, apiKey, baseUrl: '${origin}${partnerApiPath}' })`}</pre>
    <p>
      The address of a channel’s API key is <code>{origin}</code>. What was sent there stands at{' '}
      <a href="/__messages">/__messages</a>.
    </p>
    <p>
      Webhooks go to the <code>webhookUrl</code> of a scenario or of the Partner API, signed with
      the platform secret. <a href="/__webhooks">/__webhooks</a> shows them, and has a test button.
    </p>
  </>
);

const Facebook = ({ origin }: SectionProps) => (
  <>
    <h2>Meta’s Embedded Signup</h2>
    <p>
      A stand-in for Meta’s SDK, whose window has a button for each way to end. The key{' '}
      <code>embeddedSignup</code> of a scenario ends each signup by itself. So does{' '}
      <code>?ending=number</code> behind the SDK’s address, with <code>&order=code-first</code> and{' '}
      <code>&gap=3000</code>, for one page alone.
    </p>
    <pre tabindex={0}>{`sdkUrl: '${origin}${facebookSdkPath}', origins: ['${origin}']`}</pre>
  </>
);

const Scenarios = ({ origin }: SectionProps) => (
  <>
    <h2>Change what the next runs do</h2>
    <p>
      Send JSON to <code>POST /__scenario</code>. Keys that you leave out stay as they are.
    </p>
    <pre tabindex={0}>
      {`curl ${origin}/__scenario \\
  -H 'Content-Type: application/json' \\
  -d '{"partnerId": "aAbBcCPA", "payment": "direct"}'`}
    </pre>
    <dl>
      {Object.entries(scenarioKeys).map(([key, { takes, meaning }]) => (
        <div key={key}>
          <dt>
            <code>{key}</code>
          </dt>
          <dd>
            {meaning}
            <small>{takes}</small>
          </dd>
        </div>
      ))}
    </dl>
  </>
);
