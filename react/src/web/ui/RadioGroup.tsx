import { useId } from 'react';
import type { Option } from '../../headless/ui/parts.ts';
import { Fieldset } from './Field.tsx';

interface RadioGroupProps {
  label: string;
  name: string;
  value: string;
  options: readonly Option[];
  set: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
}

/** One of several; the arrow keys move in it, as radio buttons of one name do. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, name, value, options, set, hint, error } = props;
  const group = useId(); // two forms on a page must not share a group
  return (
    <Fieldset label={label} hint={hint} error={error}>
      <div className="cb-choices" data-columns={options.some((option) => option.hint) ? 2 : undefined}>
        {options.map((option) => (
          <label key={option.value} className="cb-choice">
            <input
              type="radio"
              name={`${group}${name}`}
              data-field={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => set(option.value)}
            />
            <span className="cb-choice-text">
              {option.label}
              {option.hint && <span className="cb-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
