/** The language of mails, SMS and pushes: it may be another one than that of the pages. */
import type { Preferences } from '@ringback/client';
import { preferencesWords } from '../../messages/en/preferences.ts';
import { useWords } from '../../messages/useWords.ts';
import type { Option } from '../../ui/parts.ts';
import type { SelectModel } from './selectModel.ts';
import { useChange } from './useChange.ts';

/** Those in which messages are written. */
const LANGUAGES: readonly Option[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'es', label: 'Español', lang: 'es' },
  { value: 'ar', label: 'العربية', lang: 'ar' },
  { value: 'de', label: 'Deutsch', lang: 'de' },
];

export function useMessageLanguage({ locale }: Preferences): SelectModel {
  const { preferences: words } = useWords(preferencesWords);
  const { change, problem } = useChange();
  const isOther = locale !== null && !LANGUAGES.some(({ value }) => value === locale);
  const options = [
    { value: '', label: words.profile },
    ...(isOther ? [{ value: locale, label: locale }] : []),
    ...LANGUAGES,
  ];
  return {
    ...{ title: words.language, value: locale ?? '', options, problem },
    set: (value) => change({ locale: value || null }),
  };
}
