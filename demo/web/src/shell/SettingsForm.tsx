/** Language and colours. */
import { THEMES, useSettings } from '../app/settings.tsx';
import { isLanguage, LANGUAGES } from '../text/index.ts';

export function SettingsForm() {
  const { words, language, setLanguage, theme, setTheme } = useSettings();
  const { account } = words;
  return (
    <div className="settings">
      <label className="field">
        <span>{account.language}</span>
        <select
          value={language}
          onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
        >
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="field">
        <legend>{account.colours}</legend>
        <div className="segments">
          {THEMES.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name="theme"
                value={option}
                checked={option === theme}
                onChange={() => setTheme(option)}
              />
              <span>{account[option]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
