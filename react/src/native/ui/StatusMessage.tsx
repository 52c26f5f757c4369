/** What has just happened, where the reader looks. It is spoken by the part that it is about. */
import { noticeBadge } from '../../headless/ui/noticeBadge.ts';
import type { CallbackNotice } from '../../headless/ui/slots.ts';
import { StatusLine } from './StatusLine.tsx';

export function StatusMessage({ notice }: { notice: CallbackNotice | undefined }) {
  if (!notice) return null;
  const { label, icon, tone } = noticeBadge(notice);
  return <StatusLine tone={tone} icon={icon} text={label} />;
}
