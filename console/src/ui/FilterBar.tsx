/** Filters above a list, kept in the page's address: choices, a period, and one field to search in. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shared } from '../texts/en.ts';
import { Button } from './Button.tsx';
import { DateRange, type Fallback } from './DateRange.tsx';
import type { Option } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useFilters } from './search.ts';

interface FilterBarProps {
  /** Asks for the text `search`. */
  search?: { label: string; hint?: string };
  /** Choices, by their name in the address. */
  choices?: { name: string; label: string; options: Option[]; none?: string }[];
  /** Asks for the days `from` and `to`; what none of them stand for. */
  period?: Fallback;
  /** Filters that another period makes void, by their name in the address. */
  voidedByPeriod?: string[];
  children?: ReactNode;
}

export function FilterBar({ search, choices = [], period, voidedByPeriod = [], children }: FilterBarProps) {
  const { values, change } = useFilters();
  const names = [...choices.map(({ name }) => name), ...(period ? ['from', 'to'] : [])];
  const used = names.filter((name) => values[name] !== undefined);
  const without = (given: string[]) => Object.fromEntries(given.map((name) => [name, undefined]));
  return (
    <search className="filters" aria-label={shared.filters.label}>
      {search && <SearchField {...search} />}
      <div className="filters-row">
        {choices.map(({ name, label, options, none }) => (
          <Choice
            key={name}
            label={label}
            options={options}
            none={none}
            value={values[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        {period && (
          <DateRange
            fallback={period}
            from={values.from}
            to={values.to}
            onChange={(days) => change({ ...without(voidedByPeriod), ...days })}
          />
        )}
        {children}
        {used.length > 0 && (
          <Button look="quiet" onClick={() => change(without(used))}>
            {shared.filters.clear}
          </Button>
        )}
      </div>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  options: Option[];
  /** What no choice stands for. */
  none: string | undefined;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Choice({ label, options, none = shared.filters.any, value, onChange }: ChoiceProps) {
  return (
    <label className="filter" data-used={value !== undefined || undefined}>
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

const TYPED_MS = 300;

/** Searches when one stops typing, or presses Enter. */
function SearchField({ label, hint }: { label: string; hint?: string }) {
  const { values, change } = useFilters();
  const [text, setText] = useState(values.search ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(values.search ?? '');
  useEffect(() => {
    // The address changed from elsewhere, such as the palette or the back button.
    if ((values.search ?? '') !== sent.current) setText(values.search ?? '');
    sent.current = values.search ?? '';
  }, [values.search]);
  useEffect(() => () => clearTimeout(timer.current), []); // or the next page would get the search
  const send = (value: string) => {
    clearTimeout(timer.current);
    sent.current = value.trim();
    change({ search: value.trim() || undefined });
  };
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        data-search=""
        aria-label={label}
        placeholder={hint ?? label}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(send, TYPED_MS, target.value);
        }}
        onKeyDown={({ key }) => key === 'Enter' && send(text)}
      />
      <kbd>/</kbd>
    </div>
  );
}
