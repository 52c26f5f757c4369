/** What stands around an input: its label above, an error or a hint below. */
import type { ReactNode } from 'react';
import { Column } from './Stack.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Text } from './Text.tsx';

/** What every kind of field takes. */
export interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A new object asks for the focus. */
  focus?: object | undefined;
}

interface FrameProps extends FieldProps {
  /** The input carries label and hint itself, and a screen reader need not stop at them. */
  isSpokenByInput: boolean;
  children: ReactNode;
}

export function Field({ label, hint, error, isSpokenByInput, children }: FrameProps) {
  return (
    <Column gap={1.5}>
      <Text kind="label" accessible={!isSpokenByInput} aria-hidden={isSpokenByInput}>
        {label}
      </Text>
      {children}
      {error !== undefined && <StatusLine tone="danger" icon="alert" text={error} />}
      {hint !== undefined && error === undefined && (
        <Text kind="note" accessible={!isSpokenByInput} aria-hidden={isSpokenByInput}>
          {hint}
        </Text>
      )}
    </Column>
  );
}
