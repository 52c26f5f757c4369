/** Narrows the listings down to one country. */
import { useSettings } from '../app/settings.tsx';
import { useCountries } from '../people/usePeople.ts';
import { useMarketFormat } from '../ui/format.ts';

export function CountrySelect({ value, onChange }: { value: string; onChange: (country: string) => void }) {
  const { words, language } = useSettings();
  const format = useMarketFormat();
  const codes = useCountries();
  const countries = [...new Set(value === '' ? codes : [value, ...codes])]
    .map((code) => ({ code, name: format.country(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <select
      className="country"
      aria-label={words.listings.country}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{words.listings.everywhere}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
