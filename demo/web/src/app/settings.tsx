/** The reader's language and colours: the same in all windows, kept in the browser. */
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import {
  CATALOGUES,
  type Catalogue,
  directionOf,
  ENGLISH,
  isLanguage,
  type Language,
} from '../text/index.ts';
import { keptIn } from './kept.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

interface Choice {
  language: Language;
  theme: Theme;
}

interface Settings extends Choice, Catalogue {
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

/** demo/assets/settings.js reads the same entry before the first paint. */
const KEY = 'market-settings';
const kept = keptIn('localStorage');

const SettingsContext = createContext<Settings | null>(null);

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(readChoice);
  const [catalogue, setCatalogue] = useState<Catalogue & { language: Language }>();
  useEffect(() => keepChoice(choice), [choice]);
  const { language } = choice;
  useEffect(() => {
    let isWanted = true;
    CATALOGUES[language]().then(
      (loaded) => isWanted && setCatalogue({ ...loaded, language }),
      () => isWanted && setCatalogue({ ...ENGLISH, language: 'en' }),
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  const settings = useMemo(
    () =>
      catalogue && {
        ...choice,
        ...catalogue,
        setLanguage: (language: Language) => setChoice((before) => ({ ...before, language })),
        setTheme: (theme: Theme) => setChoice((before) => ({ ...before, theme })),
      },
    [choice, catalogue],
  );
  return settings && <SettingsContext value={settings}>{children}</SettingsContext>;
}

/** The settings, and the functions that change them. */
export function useSettings(): Settings {
  const settings = use(SettingsContext);
  if (!settings) throw new Error('Wrap this component in <SettingsProvider>.');
  return settings;
}

/** The marketplace's own words in the reader's language. */
export const useWords = () => useSettings().words;

function readChoice(): Choice {
  const { lang, theme } = JSON.parse(kept.read(KEY) ?? '{}');
  return {
    language: isLanguage(lang) ? lang : preferredLanguage(),
    theme: THEMES.find((known) => known === theme) ?? 'system',
  };
}

function preferredLanguage(): Language {
  return navigator.languages.map((tag) => tag.split(/[-_]/)[0]).find(isLanguage) ?? 'en';
}

function keepChoice({ language, theme }: Choice): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
  root.dataset.theme = theme;
  kept.write(KEY, JSON.stringify({ lang: root.lang, dir: root.dir, theme }));
}
