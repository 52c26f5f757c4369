/** What happened, the newest first or last, each with its moment. */
import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Time } from './Time.tsx';

export interface TimelineEntry {
  id: string;
  at: string;
  icon?: IconName;
  tone?: Tone;
  title: ReactNode;
  /** Below it, such as who did it and what they wrote. */
  children?: ReactNode;
}

export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, at, icon = 'clock', tone, title, children }) => (
        <li key={id} data-tone={tone}>
          <Icon name={icon} />
          <div>
            <div className="timeline-head">
              <strong>{title}</strong>
              <Time at={at} isFocusable />
            </div>
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
