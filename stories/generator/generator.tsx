import { useRef, useState } from 'react';
import { ConnectButton, ioSignatureFrom } from 'react-360dialog-connect';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { onboardingUrl } from '../sandbox';
import { SandboxGuard } from '../sandbox-guard';
import { addressOf } from './code';
import { CodePanel } from './code-panel';
import { codeFormOf, initialConfiguration, toOptions } from './configuration';
import { CopyButton } from './copy-button';
import { type ConsoleEvent, EventConsole } from './event-console';
import { GeneratorForm } from './generator-form';
import { toLook } from './look';
import { problemsOf } from './problems';
import { linkTo, shownLinkTo, useConfiguration } from './use-configuration';
import './generator.css';

/** The page's own language: its button follows it. */
type PageLanguage = { lang: string; dir: string };

/** Every option on one side; the live button, its code and what it says on the other. */
export function Generator({ lang, dir }: PageLanguage) {
  const [configuration, setConfiguration] = useConfiguration();
  const [events, setEvents] = useState<ConsoleEvent[]>([]);
  const outcome = useRef<HTMLDivElement>(null);
  const options = toOptions(configuration);
  const look = toLook(configuration);
  const form = codeFormOf(configuration);
  const problems = problemsOf(configuration);
  const ioSignatureUrl = configuration['ioSignatureUrl']?.trim() || undefined;
  const address = addressOf(options);

  const tell = (name: string) => (detail?: string | object) =>
    setEvents((before) => [
      ...before,
      { time: new Date().toLocaleTimeString('en-GB'), name, detail },
    ]);
  const liveOptions = {
    ...options,
    ...(ioSignatureUrl && { fetchIoSignature: ioSignatureFrom(ioSignatureUrl) }),
    queryParameters: { redirect_url: linkTo(configuration), ...options.queryParameters },
    callback: tell('callback'),
    onCancel: () => tell('onCancel')(),
    onStatusChange: tell('onStatusChange'),
    onError: ({ code, message }: { code: string; message: string }) =>
      tell('onError')({ code, message }),
  };

  return (
    <div className="story generator" lang="en" dir="ltr">
      <header>
        <h2>Generator</h2>
        <p className="story-lead">
          Fill in what you need, try the button, take the code. The address of this page keeps
          everything you enter, so do not enter secrets.
        </p>
        <div className="story-row">
          <CopyButton what="link to this" text={shownLinkTo(configuration)} />
          <button
            type="button"
            className="story-button-quiet"
            onClick={() => setConfiguration(initialConfiguration)}
          >
            Start over
          </button>
          <button
            type="button"
            className="story-button-quiet generator-to-outcome"
            onClick={() => outcome.current?.focus()}
          >
            To button and code
          </button>
        </div>
      </header>
      <section className="story-card" aria-label="Options">
        <GeneratorForm {...{ configuration, problems }} onChange={setConfiguration} />
      </section>
      <div className="generator-outcome" ref={outcome} tabIndex={-1}>
        <section className="story-card">
          <h3>Live button</h3>
          <div lang={lang} dir={dir}>
            <SandboxGuard isSafe={Boolean(onboardingUrl || options.onboardingUrl)}>
              {form === 'themed' ? (
                <StyledConnectButton {...liveOptions} {...look} />
              ) : (
                <ConnectButton className="story-button" {...liveOptions} />
              )}
            </SandboxGuard>
          </div>
        </section>
        <CodePanel
          {...{ options, ioSignatureUrl, look, form }}
          onForm={(form) => setConfiguration({ ...configuration, form })}
          hasProblems={Object.keys(problems).length > 0}
        />
        <section className="story-card">
          <div className="generator-head">
            <h3>Address</h3>
            {'url' in address && <CopyButton what="address" text={address.url} />}
          </div>
          {'url' in address ? (
            <p className="generator-address" data-testid="address">
              {address.url}
            </p>
          ) : (
            <p className="story-note" role="note">
              {address.problem}
            </p>
          )}
        </section>
        <EventConsole events={events} onClear={() => setEvents([])} />
      </div>
    </div>
  );
}
