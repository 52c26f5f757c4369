/** Figures: a few numbers side by side, each below its name. */
import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';

interface FigureProps {
  label: string;
  value: ReactNode;
  /** A few words below, such as what it is compared with. */
  note?: ReactNode;
  tone?: Tone;
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className="figures">{children}</dl>;
}

export function Figure({ label, value, note, tone }: FigureProps) {
  return (
    <div className="figure" data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note && <dd className="figure-note">{note}</dd>}
    </div>
  );
}
