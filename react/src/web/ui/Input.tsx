'use client';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { InputSlotProps } from '../../headless/ui/slots.ts';

/** The host's own, where it gave one to the provider, or ours. */
export function Input(props: InputSlotProps) {
  const { Input: Own } = useCallbackContext().components;
  return Own ? <Own {...props} /> : <OurInput {...props} />;
}

function OurInput({ value, onChange, isMultiline, attributes }: InputSlotProps) {
  const control = {
    ...attributes,
    className: 'cb-input',
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return isMultiline ? <textarea {...control} /> : <input type="text" {...control} />;
}
