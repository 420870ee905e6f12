import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type ConnectLabels,
  ConnectThemeProvider,
  connectLabels,
  StyledConnectButton,
  type StyledConnectButtonProps,
} from 'react-360dialog-connect/styled';
import { afterEach, describe, expect, it } from 'vitest';
import { fakePage } from '../helpers/fake-page';

const page = fakePage({ realTime: true });
afterEach(() => document.documentElement.removeAttribute('lang'));

const button = () => screen.getByRole('button');
const statuses = Object.keys(connectLabels.en);
const renderButton = (props: Partial<StyledConnectButtonProps> = {}) =>
  render(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} {...props} />);

describe('the ready texts', () => {
  it('are there in English, German, Spanish, Portuguese and Arabic', () => {
    expect(Object.keys(connectLabels)).toEqual(['en', 'de', 'es', 'pt', 'ar']);
  });

  it.each(Object.entries(connectLabels))('have a text for every status: %s', (_, labels) => {
    expect(Object.keys(labels)).toEqual(statuses);
    expect(new Set(Object.values(labels)).size).toBe(statuses.length);
    expect(Object.values(labels).join('')).not.toMatch(/\.\.\.|^\s|\s$/);
  });
});

describe('the language', () => {
  it.each([
    ['de', 'WhatsApp verbinden'],
    ['pt-BR', 'Conectar WhatsApp'],
    ['ES_mx', 'Conectar WhatsApp'],
    ['ar', 'ربط واتساب'],
    ['fr', 'Connect WhatsApp'],
    ['constructor', 'Connect WhatsApp'],
    ['', 'Connect WhatsApp'],
  ])('of the prop %j gives %j', (lang, text) => {
    renderButton({ lang });

    expect(button()).toHaveTextContent(text);
  });

  it('is that of the page where the prop has no ready set or is not there', async () => {
    document.documentElement.lang = 'de-AT';
    const { rerender } = renderButton();
    expect(button()).toHaveTextContent('WhatsApp verbinden');

    rerender(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} lang="es" />);

    expect(button()).toHaveTextContent('Conectar WhatsApp');
  });

  it('follows the page when its language changes', async () => {
    renderButton();

    await act(async () => {
      document.documentElement.lang = 'ar';
    });

    expect(button()).toHaveTextContent('ربط واتساب');
  });

  it('stands on the button in the form that HTML has for it', () => {
    renderButton({ lang: 'pt_BR', label: 'Ligar', labels: { failed: 'Falha' } });

    expect(button()).toHaveAttribute('lang', 'pt-BR');
    expect(button().querySelector('[data-text="Falha"]')).toHaveAttribute('lang', 'pt-BR');
  });

  it('is told to a screen reader where it is not that of the page', () => {
    document.documentElement.lang = 'fr';
    const { rerender } = renderButton();
    expect(screen.getByText('Connect WhatsApp')).toHaveAttribute('lang', 'en');
    expect(screen.getByRole('status')).toHaveAttribute('lang', 'en');

    rerender(
      <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} label="Connecter un numéro" />,
    );
    expect(screen.getByText('Connecter un numéro')).not.toHaveAttribute('lang');

    rerender(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} lang="ar" />);
    expect(button()).toHaveAttribute('lang', 'ar');
  });
});

describe('a language without a ready set', () => {
  it('is not claimed of the English text that takes its place', () => {
    renderButton({ lang: 'fr' });

    expect(button()).toHaveAttribute('lang', 'fr');
    expect(screen.getByText('Connect WhatsApp')).toHaveAttribute('lang', 'en');
  });

  it('is that of the app’s own texts, and of no other', async () => {
    renderButton({ lang: 'hi', labels: { idle: 'व्हाट्सऐप जोड़ें' } });
    expect(screen.getByText('व्हाट्सऐप जोड़ें')).toHaveAttribute('lang', 'hi');

    await userEvent.click(button());

    expect(button().querySelector('[lang="en"]')).toHaveTextContent('Continue in the window');
    expect(screen.getByRole('status')).toHaveAttribute('lang', 'en');
  });
});

describe('the languages of a provider', () => {
  const french: ConnectLabels = {
    idle: 'Connecter WhatsApp',
    preparing: 'Préparation…',
    signing: 'Un instant…',
    open: 'Continuer dans la fenêtre',
    completed: 'Connecté. En ajouter un',
    cancelled: 'Annulé',
    failed: 'Échec. Réessayer',
  };
  const own = { ...french, idle: 'Anbinden' };
  const renderIn = (languages: Record<string, ConnectLabels>, lang?: string) =>
    render(
      <ConnectThemeProvider languages={{ fr: french }}>
        <ConnectThemeProvider languages={languages}>
          <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} lang={lang} />
        </ConnectThemeProvider>
      </ConnectThemeProvider>,
    );

  it('are there for lang and for the language of the page', async () => {
    document.documentElement.lang = 'fr-CA';
    renderIn({});
    expect(screen.getByText('Connecter WhatsApp')).not.toHaveAttribute('lang');

    await userEvent.click(button());

    expect(button()).toHaveTextContent('Continuer dans la fenêtre');
  });

  it('stand before the ready ones, and one of a region before that of its language', () => {
    renderIn({ 'fr-CA': { ...french, idle: 'Brancher' }, de: own }, 'fr-ca');
    expect(button()).toHaveTextContent('Brancher');
    expect(screen.getByText('Brancher')).toHaveAttribute('lang', 'fr-CA');

    renderIn({ de: own }, 'de-AT');

    expect(screen.getAllByRole('button')[1]).toHaveTextContent('Anbinden');
  });

  it('give way to English, marked so, where a text is missing', () => {
    const { idle: _, ...lacking } = french;

    renderIn({ it: lacking as ConnectLabels }, 'it');

    expect(screen.getByText('Connect WhatsApp')).toHaveAttribute('lang', 'en');
  });

  it('give way to the ready text of their language, where there is one', () => {
    const lacking = { open: 'Drüben' } as ConnectLabels;

    renderIn({ de: lacking }, 'de');

    expect(screen.getByText('WhatsApp verbinden')).toHaveAttribute('lang', 'de');
    expect(button().querySelector('[data-text="Drüben"]')).not.toBeNull();
  });

  it.each(['it', 'en'])('may lack a whole set, as one that is still on its way: %s', (lang) => {
    renderIn({ [lang]: undefined as unknown as ConnectLabels }, lang);

    expect(button()).toHaveAccessibleName('Connect WhatsApp');
  });

  it('are looked for by script before by language alone', () => {
    renderIn({ zh: own, 'zh-Hant': { ...french, idle: '連接' } }, 'zh-Hant-TW');

    expect(screen.getByText('連接')).toHaveAttribute('lang', 'zh-Hant');
  });
});

describe('texts of the app', () => {
  it.each<[string, Partial<StyledConnectButtonProps>]>([
    ['an empty label', { label: '' }],
    ['children under a condition', { children: false }],
    ['an empty text of labels', { labels: { idle: '' } }],
    ['no text of labels', { labels: { idle: null as unknown as string } }],
  ])('leave no button without a name: %s', (_what, props) => {
    renderButton(props);

    expect(button()).toHaveAccessibleName('Connect WhatsApp');
  });

  it('stand in the place of single ready ones', async () => {
    renderButton({ lang: 'de', labels: { idle: 'Los', open: undefined } });
    expect(button()).toHaveTextContent('Los');

    await userEvent.click(button());

    expect(button()).toHaveTextContent('Weiter im Fenster');
  });

  it('are label, or children instead of it, before an attempt', () => {
    const { rerender } = renderButton({ label: <b>One</b>, labels: { idle: 'Zero' } });
    expect(button()).toHaveTextContent('One');

    rerender(
      <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} label="One">
        Two
      </StyledConnectButton>,
    );

    expect(button()).toHaveTextContent(/^Two$/);
  });
});

describe('the popup, until the hub is asked', () => {
  it.each<[string, Partial<StyledConnectButtonProps>]>([
    ['Einen Moment…', { lang: 'de' }],
    ['One moment…', { lang: 'fr' }],
    ['We prepare your contract.', { lang: 'de', labels: { signing: 'We prepare your contract.' } }],
    ['Gleich', { labels: { signing: 'We prepare your contract.' }, holdingText: 'Gleich' }],
  ])('shows %j', async (text, props) => {
    renderButton({ ...props, fetchIoSignature: () => new Promise(() => {}) });

    await userEvent.click(button());

    expect(page.popup.document.body.textContent).toBe(text);
  });
});
