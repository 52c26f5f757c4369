import type { ReactNode } from 'react';
import type { Badge } from '../../headless/ui/parts.ts';
import { Icon } from './Icon.tsx';

interface NoteProps extends Pick<Badge, 'tone' | 'icon'> {
  children: ReactNode;
}

/** A sentence that must not be missed; read out at once when something went wrong or is in the way. */
export function Note({ tone, icon, children }: NoteProps) {
  const isUrgent = tone === 'danger' || tone === 'warning';
  return (
    <div className="cb-note" data-tone={tone} role={isUrgent ? 'alert' : undefined}>
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
