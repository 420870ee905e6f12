import type { ConnectLanguage, StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { languages } from '../.storybook/appearance';
import { buttonArgTypes } from './option-arg-types';

const inLook = { table: { category: 'Look' } };
const inText = { table: { category: 'Text' } };

/** A choice by name, for what no field can hold. `as it comes` stands for leaving it out. */
const choice = <Value>(values: Record<string, Value>) => ({
  control: 'select' as const,
  options: ['as it comes', ...Object.keys(values)],
  mapping: { 'as it comes': undefined, ...values },
});

const themes: Record<string, StyledConnectButtonProps['theme']> = {
  pill: { radius: { button: '999px' } },
  'square, regular weight': { radius: { button: '0' }, type: { weight: '400' } },
  'roomy, larger text': {
    spacing: { medium: { block: '1rem', inline: '2rem' } },
    type: { medium: '1.25rem' },
  },
};

const ownLabels: Record<string, StyledConnectButtonProps['labels']> = {
  'own words': { idle: 'Add a number', open: 'Go on in the window', completed: 'Number added' },
};

/** The languages with ready texts, as the toolbar has them. */
export const readyLanguages = Object.keys(languages) as ConnectLanguage[];

/** What a designer turns. */
export const lookArgTypes = {
  variant: inLook,
  size: inLook,
  fullWidth: inLook,
  iconOnly: inLook,
  startIcon: { ...inLook, ...choice({ none: null, plus: '+' }) },
  endIcon: { ...inLook, ...choice({ arrow: '→', plus: '+' }) },
  theme: { ...inLook, ...choice(themes) },
  label: { ...inText, control: 'text' },
  children: { ...inText, control: 'text' },
  labels: { ...inText, ...choice(ownLabels) },
  lang: { ...inText, control: 'select', options: readyLanguages },
  announce: inText,
} as const;

/** The look comes first, then the words, then what the button does. */
export const styledArgTypes = { ...buttonArgTypes, ...lookArgTypes } as const;
