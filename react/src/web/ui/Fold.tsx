import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface FoldProps {
  label: string;
  /** What is in it, in a few words. */
  summary: string;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part that most leave folded. */
export function Fold({ label, summary, isOpen, setOpen, children }: FoldProps) {
  return (
    <details className="cb-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cb-fold-head">
        <span className="cb-label">{label}</span>
        <span className="cb-hint">{summary}</span>
        <Icon name="chevron-down" />
      </summary>
      <div className="cb-fields">{children}</div>
    </details>
  );
}
