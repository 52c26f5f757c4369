'use client';
import { type SelectHTMLAttributes, useMemo } from 'react';
import type { Option } from '../../headless/ui/parts.ts';

interface SelectProps
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'onSelect' | 'children'> {
  value: string;
  options: readonly Option[];
  onSelect: (value: string) => void;
}

export function Select({ options, onSelect, ...select }: SelectProps) {
  // The world has 245 countries, and each key that is typed elsewhere in the form comes by here.
  const items = useMemo(
    () =>
      options.map(({ value, label, lang }) => (
        <option key={value} value={value} lang={lang}>
          {label}
        </option>
      )),
    [options],
  );
  return (
    <select className="cb-input cb-select" onChange={(event) => onSelect(event.target.value)} {...select}>
      {items}
    </select>
  );
}
