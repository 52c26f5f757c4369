/** A line that comes and goes: an error, or that there is no connection. It is spoken when it comes. */

import { StatusLine, type StatusLineProps } from './StatusLine.tsx';
import { useAnnouncement } from './useAnnouncement.ts';

interface StatusProps extends Omit<StatusLineProps, 'text'> {
  /** Nothing is drawn without it. */
  text: string | undefined;
}

export function Status({ text, ...look }: StatusProps) {
  useAnnouncement(text);
  return text ? <StatusLine {...look} text={text} /> : null;
}
