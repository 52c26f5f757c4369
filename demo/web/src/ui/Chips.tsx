/** One choice among a few, side by side; a row that does not fit is moved sideways. */

export interface Chip<Value extends string> {
  value: Value;
  label: string;
  count?: string | undefined;
}

interface ChipsProps<Value extends string> {
  legend: string;
  name: string;
  options: Chip<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

export function Chips<Value extends string>({ legend, name, options, value, onChange }: ChipsProps<Value>) {
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label} {option.count !== undefined && <b>{option.count}</b>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
