import type { SelectHTMLAttributes } from 'react';
import type { Option } from '../../headless/models.ts';

interface SelectProps
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'onSelect' | 'children'> {
  value: string;
  options: readonly Option[];
  onSelect: (value: string) => void;
}

export function Select({ options, onSelect, ...select }: SelectProps) {
  return (
    <select className="cb-input cb-select" onChange={(event) => onSelect(event.target.value)} {...select}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
