import { noticeBadge } from '../../headless/ui/noticeBadge.ts';
import type { CallbackNotice } from '../../headless/ui/slots.ts';
import { Note } from './Note.tsx';

/** What has just happened, shown and read out. It has to be on the page before it has something to say. */
export function StatusMessage({ notice }: { notice: CallbackNotice | undefined }) {
  const badge = notice && noticeBadge(notice);
  return (
    <div role="status" className="cb-status-message">
      {badge && (
        <Note tone={badge.tone} icon={badge.icon}>
          {badge.label}
        </Note>
      )}
    </div>
  );
}
