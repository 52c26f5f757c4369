/** A field to search in. */
import { Icon } from './Icon.tsx';

interface SearchFieldProps {
  /** Said to assistive technology, and shown while the field is empty. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <search className="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </search>
  );
}
