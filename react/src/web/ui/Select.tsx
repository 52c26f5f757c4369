'use client';
import { useMemo } from 'react';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { SelectSlotProps } from '../../headless/ui/slots.ts';

/** The host's own, where it gave one to the provider, or ours. */
export function Select(props: SelectSlotProps) {
  const { Select: Own } = useCallbackContext().components;
  return Own ? <Own {...props} /> : <OurSelect {...props} />;
}

function OurSelect({ value, options, onChange, attributes }: SelectSlotProps) {
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
  const { name, autoComplete, required, ...others } = attributes;
  return (
    <select
      {...others}
      name={name}
      autoComplete={autoComplete}
      required={required}
      className="cb-input cb-select"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {items}
    </select>
  );
}
