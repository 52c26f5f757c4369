import { type ReactNode, useId, useRef } from 'react';
import { Note } from '../../ui/Note.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';

interface SectionProps {
  title: string;
  hint?: string | undefined;
  /** Why a change was taken back. */
  problem?: string | undefined;
  children: ReactNode;
}

/** One part of the settings, under its heading. */
export function Section({ title, hint, problem, children }: SectionProps) {
  const section = useRef<HTMLElement>(null);
  const titleId = useId();
  return (
    <section
      ref={section}
      className="cb-section"
      aria-labelledby={titleId}
      tabIndex={-1}
      {...useKeptFocus(section)}
    >
      <h2 id={titleId} className="cb-subtitle">
        {title}
      </h2>
      {hint && <p className="cb-muted">{hint}</p>}
      {problem && (
        <Note tone="danger" icon="alert">
          {problem}
        </Note>
      )}
      {children}
    </section>
  );
}
