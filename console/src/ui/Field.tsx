/** Fields: a label, a hint, what was refused, and the browser's own control. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import { shared } from '../texts/en.ts';
import { useRefusal } from './Form.tsx';

interface FrameProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
}

function useField(name: string, { hint, error }: Pick<FrameProps, 'hint' | 'error'>) {
  const id = useId();
  const refusal = useRefusal(name) ?? error;
  const described = [hint && `${id}-hint`, refusal && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    refusal,
    control: {
      id,
      name,
      ...(described && { 'aria-describedby': described }),
      ...(refusal && { 'aria-invalid': true }),
    },
  };
}

interface FieldFrameProps extends FrameProps {
  id: string;
  children: ReactNode;
}

function Frame({ id, label, hint, error, isOptional, children }: FieldFrameProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isOptional && <span className="quiet">{shared.form.optional}</span>}
      </label>
      {children}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Own = FrameProps & { name: string };

export function TextField({
  label,
  hint,
  error,
  isOptional = false,
  name,
  ...props
}: Own & ComponentProps<'input'>) {
  const { id, refusal, control } = useField(name, { hint, error });
  return (
    <Frame {...{ id, label, hint, isOptional, error: refusal }}>
      <input type="text" autoComplete="off" {...props} {...control} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  isOptional = false,
  name,
  ...props
}: Own & ComponentProps<'textarea'>) {
  const { id, refusal, control } = useField(name, { hint, error });
  return (
    <Frame {...{ id, label, hint, isOptional, error: refusal }}>
      <textarea rows={3} {...props} {...control} />
    </Frame>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function SelectField({
  label,
  hint,
  error,
  isOptional = false,
  name,
  options,
  ...props
}: Own & { options: Option[] } & ComponentProps<'select'>) {
  const { id, refusal, control } = useField(name, { hint, error });
  return (
    <Frame {...{ id, label, hint, isOptional, error: refusal }}>
      <select {...props} {...control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface CheckFieldProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  /** Drawn as a switch: it takes effect at once. */
  isSwitch?: boolean;
}

/** Sends `on` when it is ticked, and nothing otherwise. */
export function CheckField({ label, isSwitch = false, ...props }: CheckFieldProps) {
  return (
    <label className={isSwitch ? 'check switch' : 'check'}>
      <input type="checkbox" {...(isSwitch && { role: 'switch' })} {...props} />
      <span>{label}</span>
    </label>
  );
}
