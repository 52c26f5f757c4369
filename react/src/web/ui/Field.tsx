import { type ReactNode, useId } from 'react';
import type { ControlAttributes } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';

/** What ties a control to its label, its hint and its error. */
type ControlProps = Required<Pick<ControlAttributes, 'id' | 'aria-describedby' | 'aria-invalid'>>;

interface FieldProps {
  label: string;
  /** Says so beside the label, e.g. "optional". */
  remark?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A control with its label above and its hint and error below. */
export function Field({ label, remark, hint, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor={id}>
        {label}
        {remark && <Remark>{remark}</Remark>}
      </label>
      {children({ id, ...describe(id, hint, error) })}
      <Descriptions id={id} hint={hint} error={error} />
    </div>
  );
}

interface FieldsetProps extends Omit<FieldProps, 'children'> {
  children: ReactNode;
}

/** Several choices under one question. */
export function Fieldset({ label, remark, hint, error, children }: FieldsetProps) {
  const id = useId();
  return (
    <fieldset className="cb-field" {...describe(id, hint, error)}>
      <legend className="cb-label">
        {label}
        {remark && <Remark>{remark}</Remark>}
      </legend>
      {children}
      <Descriptions id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function Remark({ children }: { children: string }) {
  return <span className="cb-remark"> ({children})</span>;
}

function describe(id: string, hint: string | undefined, error: string | undefined) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? (true as const) : undefined };
}

function Descriptions({
  id,
  hint,
  error,
}: {
  id: string;
  hint: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="cb-error">
          <Icon name="alert" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="cb-hint">
          {hint}
        </p>
      )}
    </>
  );
}
