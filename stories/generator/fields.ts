import { onboardingUrl } from '../sandbox';

/** One option in the form. Its name is the name in the address and, mostly, in the code. */
export type Field = {
  name: string;
  /** It is a parameter of the hub's address. */
  isParameter?: true;
  label: string;
  hint: string;
  /** @default 'text' */
  kind?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'checkbox' | 'select';
  choices?: string[];
  placeholder?: string;
};

/** Fields below one heading; `isOpen`: they show from the start. */
export type FieldGroup = { title: string; isOpen?: boolean; fields: Field[] };

/** The texts of the themed button, each for a status. */
export const labelFields = [
  { name: 'labelPreparing', label: 'While your app prepares', status: 'preparing' },
  { name: 'labelSigning', label: 'While your server signs', status: 'signing' },
  { name: 'labelOpen', label: 'While the popup is open', status: 'open' },
  { name: 'labelCompleted', label: 'Once connected', status: 'completed' },
  { name: 'labelCancelled', label: 'After giving up', status: 'cancelled' },
  { name: 'labelFailed', label: 'After a failure', status: 'failed' },
] as const;

const hubs = ['prod', 'staging', 'rc', 'local'];

/** Every option of the button, in groups. */
export const fieldGroups: FieldGroup[] = [
  {
    title: 'The look',
    isOpen: true,
    fields: [
      {
        name: 'variant',
        label: 'Variant',
        hint: 'How much it stands out.',
        kind: 'select',
        choices: ['', 'solid', 'outline', 'ghost'],
      },
      {
        name: 'size',
        label: 'Size',
        hint: 'From medium on, 44 px high.',
        kind: 'select',
        choices: ['', 'small', 'medium', 'large'],
      },
      {
        name: 'fillColor',
        label: 'Button color',
        hint: 'Of the solid variant. The shades under pointer and finger are made of it.',
        placeholder: 'e.g. #0b5cd5',
      },
      {
        name: 'textColor',
        label: 'Text color',
        hint: 'Of the solid variant. Without one: white or black, whichever is easier to read.',
        placeholder: 'e.g. #ffffff',
      },
      { name: 'radius', label: 'Corners', hint: 'In pixels.', kind: 'number' },
      {
        name: 'fontFamily',
        label: 'Font',
        hint: 'Without one, that of the page.',
        placeholder: 'e.g. Georgia, serif',
      },
      { name: 'fullWidth', label: 'Full width', hint: 'As wide as its place.', kind: 'checkbox' },
      { name: 'iconOnly', label: 'Icon only', hint: 'Its text is still heard.', kind: 'checkbox' },
    ],
  },
  {
    title: 'The words',
    fields: [
      { name: 'label', label: 'Label', hint: 'Before an attempt.', placeholder: 'e.g. Connect' },
      {
        name: 'textLanguage',
        label: 'Language',
        hint: 'Without one, that of the page.',
        kind: 'select',
        choices: ['', 'en', 'de', 'es', 'pt', 'ar'],
      },
      ...labelFields.map(({ name, label }) => ({
        name,
        label,
        hint: 'Themed button only.',
      })),
    ],
  },
  {
    title: 'Partner and hub',
    isOpen: true,
    fields: [
      {
        name: 'partnerId',
        label: 'Partner ID',
        hint: 'Letters, digits, “-” and “_”.',
        placeholder: 'e.g. aAbBcCPA',
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
        placeholder: 'e.g. +49 30 5550 0101',
      },
      {
        name: 'email',
        isParameter: true,
        label: 'E-mail',
        hint: 'Pre-fills the signup form.',
        kind: 'email',
      },
      { name: 'name', isParameter: true, label: 'Name', hint: 'Pre-fills the signup form.' },
      {
        name: 'next',
        isParameter: true,
        label: 'First form',
        hint: 'For a client without a session.',
        kind: 'select',
        choices: ['', 'signup', 'login'],
      },
      {
        name: 'plan_selection',
        isParameter: true,
        label: 'Plan',
        hint: 'Preselected with direct payment.',
        kind: 'select',
        choices: ['', 'basic', 'regular', 'premium'],
      },
      {
        name: 'lang',
        isParameter: true,
        label: 'Hub language',
        hint: 'Where the hub speaks it.',
        kind: 'select',
        choices: ['', 'en', 'de', 'pt'],
      },
      {
        name: 'partner',
        isParameter: true,
        label: 'Partner payload',
        hint: 'Stored on the client.',
      },
      {
        name: 'preverified_phone_number_id',
        isParameter: true,
        label: 'Pre-verified number',
        hint: 'Meta’s ID of a number to offer.',
      },
      {
        name: 'others',
        label: 'Other parameters',
        hint: 'As in an address. Sent as they are.',
        placeholder: 'e.g. flow=x&hosting_type=y',
      },
    ],
  },
  {
    title: 'The way back',
    fields: [
      {
        name: 'redirect_url',
        isParameter: true,
        label: 'Redirect URL',
        hint: 'Replaces the one set with 360dialog. While it is empty, the button on this page comes back here.',
        kind: 'url',
      },
      {
        name: 'state',
        isParameter: true,
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
        placeholder: 'e.g. /api/io-signature',
      },
      {
        name: 'holdingText',
        label: 'Holding text',
        hint: 'In the popup, while your server signs.',
        placeholder: 'e.g. Please wait.',
      },
    ],
  },
  {
    title: 'The button',
    fields: [
      {
        name: 'className',
        label: 'Class name',
        hint: 'For a look of your own.',
        placeholder: 'e.g. 360dialog-connect-button',
      },
      { name: 'disabled', label: 'Disabled', hint: 'As any button.', kind: 'checkbox' },
    ],
  },
];
