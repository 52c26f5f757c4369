import type { ReactNode } from 'react';
import type { IconName } from '../../headless/slots.ts';
import { Icon } from './Icon.tsx';

interface NoteProps {
  tone: 'danger' | 'warning' | 'neutral';
  icon: IconName;
  children: ReactNode;
}

/** A sentence that must not be missed; read out at once when something went wrong. */
export function Note({ tone, icon, children }: NoteProps) {
  return (
    <div className="cb-note" data-tone={tone} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
