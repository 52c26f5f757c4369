import type { ReactNode } from 'react';
import type { Badge } from '../../headless/ui/parts.ts';
import { Icon } from './Icon.tsx';

interface NoteProps extends Pick<Badge, 'tone' | 'icon'> {
  /** It was there before, and is not read out by itself. */
  isQuiet?: boolean;
  children: ReactNode;
}

/** A note that must not be missed; read out at once when it is an error or a warning. */
export function Note({ tone, icon, isQuiet = false, children }: NoteProps) {
  const isUrgent = !isQuiet && (tone === 'danger' || tone === 'warning');
  return (
    <div className="cb-note" data-tone={tone} role={isUrgent ? 'alert' : undefined}>
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
