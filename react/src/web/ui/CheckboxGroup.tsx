import type { Option } from '../../headless/ui/parts.ts';
import { Fieldset } from './Field.tsx';

interface CheckboxGroupProps {
  label: string;
  remark?: string | undefined;
  name: string;
  values: readonly string[];
  options: readonly Option[];
  onToggle: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Any number of several. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, remark, name, values, options, onToggle, hint, error } = props;
  return (
    <Fieldset label={label} remark={remark} hint={hint} error={error}>
      <div className="cb-choices">
        {options.map((option) => (
          <label key={option.value} className="cb-choice">
            <input
              type="checkbox"
              data-field={name}
              value={option.value}
              checked={values.includes(option.value)}
              onChange={() => onToggle(option.value)}
            />
            <span className="cb-choice-text">{option.label}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
