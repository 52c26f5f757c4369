import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  label: string;
  /** What is in it, in a few words. */
  summary: string;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part that most leave folded. */
export function Disclosure({ label, summary, isOpen, setOpen, children }: DisclosureProps) {
  return (
    <details className="cb-disclosure" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cb-disclosure-head">
        <span className="cb-label">{label}</span>
        <span className="cb-hint">{summary}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="cb-fields">{children}</div>
    </details>
  );
}
