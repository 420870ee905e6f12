import type { Globals, GlobalTypes } from 'storybook/internal/types';

/** What the toolbar says. `direction: 'auto'` follows the language. */
export type Appearance = {
  theme: 'light' | 'dark';
  language: string;
  dir: 'ltr' | 'rtl';
};

export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
};

export function appearanceOf({ theme, direction, language = 'en' }: Globals): Appearance {
  const ownDirection = language === 'ar' ? 'rtl' : 'ltr';
  return {
    theme: theme === 'dark' ? 'dark' : 'light',
    language,
    dir: direction === 'ltr' || direction === 'rtl' ? direction : ownDirection,
  };
}

/** The toolbar's menus. */
export const globalTypes: GlobalTypes = {
  theme: {
    description: 'Light or dark',
    toolbar: {
      title: 'Theme',
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  direction: {
    description: 'The direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Direction of the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  language: {
    description: 'The language of the page, and of the button’s label',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: Object.entries(languages).map(([value, title]) => ({ value, title, right: value })),
    },
  },
};

export const initialGlobals = { theme: 'light', direction: 'auto', language: 'en' };
