'use client';
import { useEffect, useRef } from 'react';
import { noticeBadge } from '../../headless/ui/noticeBadge.ts';
import type { CallbackNotice } from '../../headless/ui/slots.ts';
import { Note } from './Note.tsx';

/** What has just happened, shown and read out. It has to be on the page before its text. */
export function StatusMessage({ notice }: { notice: CallbackNotice | undefined }) {
  const badge = notice && noticeBadge(notice);
  return (
    <div ref={useInSight(notice)} role="status" className="cb-status-message">
      {badge && (
        <Note tone={badge.tone} icon={badge.icon}>
          {badge.label}
        </Note>
      )}
    </div>
  );
}

/** The reader's own doing, which may have been further down; what others do moves nothing. */
function useInSight(notice: CallbackNotice | undefined) {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice?.tone === 'success') message.current?.scrollIntoView({ block: 'nearest' });
  }, [notice]);
  return message;
}
