/** One part of the settings, under its heading. */
import type { ReactNode } from 'react';
import { Column } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { Text } from '../../ui/Text.tsx';

interface SectionProps {
  title: string;
  hint?: string | undefined;
  /** Why a change was taken back. */
  problem?: string | undefined;
  children: ReactNode;
}

export function Section({ title, hint, problem, children }: SectionProps) {
  return (
    <Column gap={3}>
      <Text kind="heading">{title}</Text>
      {hint !== undefined && (
        <Text kind="note" accessible>
          {hint}
        </Text>
      )}
      <Status tone="danger" icon="alert" text={problem} />
      {children}
    </Column>
  );
}
