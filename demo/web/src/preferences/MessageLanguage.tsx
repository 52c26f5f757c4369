/** The language of mails, SMS and pushes: it may be another than that of the pages. */
import type { Preferences } from '@ringback/client';
import { useWords } from '../app/settings.tsx';
import { isLanguage, LANGUAGES } from '../text/index.ts';
import type { Change } from './useChange.ts';

export function MessageLanguage({ preferences, change }: { preferences: Preferences; change: Change }) {
  const words = useWords().preferences.language;
  const { locale } = preferences;
  const isKnown = locale === null || isLanguage(locale);
  return (
    <section className="panel-box" aria-labelledby="language">
      <h2 id="language">{words.title}</h2>
      <label className="field">
        <span className="visually-hidden">{words.title}</span>
        <select value={locale ?? ''} onChange={({ target }) => change({ locale: target.value || null })}>
          <option value="">{words.profile}</option>
          {!isKnown && <option value={locale}>{locale}</option>}
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
