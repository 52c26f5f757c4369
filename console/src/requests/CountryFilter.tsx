/** The country of the buyer's number, by its code of two letters. */
import { useFilters } from '../ui/search.ts';
import { texts } from './texts.ts';

export function CountryFilter() {
  const { values, change } = useFilters();
  return (
    <label className="filter" data-used={values.country !== undefined || undefined}>
      <span>{texts.filters.country}</span>
      <input
        key={values.country ?? ''}
        className="country"
        type="text"
        defaultValue={values.country ?? ''}
        placeholder="GB"
        maxLength={2}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target: { value } }) => {
          if (/^[a-z]{2}$/i.test(value)) change({ country: value.toUpperCase() });
          else if (value === '') change({ country: undefined });
        }}
      />
    </label>
  );
}
