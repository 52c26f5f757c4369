import type { Toggle } from '../../headless/ui/parts.ts';

/** On or off. */
export function Checkbox({ label, value, set }: Toggle) {
  return (
    <label className="cb-checkbox">
      <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
}
