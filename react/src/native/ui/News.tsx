/** What has just happened, where the reader looks. It is spoken by the part that it is about. */
import { noticeBadge } from '../../headless/models/badges.ts';
import type { CallbackNotice } from '../../headless/slots.ts';
import { StatusLine } from './StatusLine.tsx';

export function News({ notice }: { notice: CallbackNotice | undefined }) {
  if (!notice) return null;
  const { label, icon, tone } = noticeBadge(notice);
  return <StatusLine tone={tone} icon={icon} text={label} />;
}
