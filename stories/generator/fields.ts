import { onboardingUrl } from '../sandbox';

/** One option in the form. Its name is the name in the address and, mostly, in the code. */
export type Field = {
  name: string;
  label: string;
  hint: string;
  /** @default 'text' */
  kind?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'checkbox' | 'select';
  choices?: string[];
  placeholder?: string;
};

/** Fields below one heading; `isOpen`: they show from the start. */
export type FieldGroup = { title: string; isOpen?: boolean; fields: Field[] };

const hubs = ['prod', 'staging', 'rc', 'local'];

/** Every option of the button, in groups. */
export const fieldGroups: FieldGroup[] = [
  {
    title: 'Partner and hub',
    isOpen: true,
    fields: [
      {
        name: 'partnerId',
        label: 'Partner ID',
        hint: 'Letters, digits, “-” and “_”.',
        placeholder: 'aAbBcCPA',
      },
      {
        name: 'env',
        label: 'Hub',
        hint: 'Your clients use prod.',
        kind: 'select',
        choices: onboardingUrl ? ['sandbox', ...hubs] : hubs,
      },
      {
        name: 'version',
        label: 'Version',
        hint: 'v1 is the classic hub, v2 the new one.',
        kind: 'select',
        choices: ['v1', 'v2'],
      },
      {
        name: 'onboardingUrl',
        label: 'Own hub address',
        hint: 'Instead of hub and version. {partnerId} in it is replaced.',
        kind: 'url',
      },
    ],
  },
  {
    title: 'The client',
    isOpen: true,
    fields: [
      {
        name: 'requestedNumber',
        label: 'Requested number',
        hint: 'Ask permission for this one existing number.',
        kind: 'tel',
        placeholder: '+49 30 5550 0101',
      },
      { name: 'email', label: 'E-mail', hint: 'Pre-fills the signup form.', kind: 'email' },
      { name: 'name', label: 'Name', hint: 'Pre-fills the signup form.' },
      {
        name: 'next',
        label: 'First form',
        hint: 'For a client without a session.',
        kind: 'select',
        choices: ['', 'signup', 'login'],
      },
      {
        name: 'plan_selection',
        label: 'Plan',
        hint: 'Preselected with direct payment.',
        kind: 'select',
        choices: ['', 'basic', 'regular', 'premium'],
      },
      {
        name: 'lang',
        label: 'Hub language',
        hint: 'Where the hub speaks it.',
        kind: 'select',
        choices: ['', 'en', 'de', 'pt'],
      },
      { name: 'partner', label: 'Partner payload', hint: 'Stored on the client.' },
      {
        name: 'preverified_phone_number_id',
        label: 'Pre-verified number',
        hint: 'Meta’s ID of a number to offer.',
      },
      {
        name: 'others',
        label: 'Other parameters',
        hint: 'As in an address. Sent as they are.',
        placeholder: 'flow=x&hosting_type=y',
      },
    ],
  },
  {
    title: 'The way back',
    fields: [
      {
        name: 'redirect_url',
        label: 'Redirect URL',
        hint: 'Replaces the one set with 360dialog. While it is empty, the button on this page comes back here.',
        kind: 'url',
      },
      {
        name: 'state',
        label: 'State',
        hint: 'Comes back with the result. A random one is sent when you give none.',
      },
      {
        name: 'redirectOrigins',
        label: 'Redirect origins',
        hint: 'Other origins of yours that may deliver a result, with spaces between.',
      },
      {
        name: 'display',
        label: 'Display',
        hint: 'auto leaves the page only where no popup opens.',
        kind: 'select',
        choices: ['popup', 'redirect', 'auto'],
      },
      {
        name: 'timeout',
        label: 'Timeout',
        hint: 'In milliseconds. None when empty.',
        kind: 'number',
      },
      {
        name: 'allowUnsolicited',
        label: 'Allow unsolicited results',
        hint: 'Direct Links need it. Anybody can make such a link.',
        kind: 'checkbox',
      },
    ],
  },
  {
    title: 'IO Signature',
    fields: [
      {
        name: 'ioSignatureUrl',
        label: 'Signing endpoint',
        hint: 'Your server’s. It is asked once per click.',
        placeholder: '/api/io-signature',
      },
      {
        name: 'holdingText',
        label: 'Holding text',
        hint: 'In the popup, while your server signs.',
        placeholder: 'Please wait.',
      },
    ],
  },
  {
    title: 'The button',
    fields: [
      { name: 'label', label: 'Label', hint: 'Any content.', placeholder: 'Connect 360dialog' },
      {
        name: 'className',
        label: 'Class name',
        hint: 'For a look of your own.',
        placeholder: '360dialog-connect-button',
      },
      { name: 'disabled', label: 'Disabled', hint: 'As any button.', kind: 'checkbox' },
    ],
  },
];
