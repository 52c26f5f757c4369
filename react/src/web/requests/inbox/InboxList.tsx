'use client';
import { memo } from 'react';
import type { InboxRow } from '../../../headless/requests/inbox/inboxModel.ts';
import { Badge } from '../../ui/Badge.tsx';

interface ListProps {
  rows: readonly InboxRow[];
  currentId: string | undefined;
  press: (id: string) => void;
}

/** Draws only what has changed: there may be thousands, and each key in the search field comes by. */
export const InboxList = memo(function InboxList({ rows, currentId, press }: ListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes lists without markers for none
    <ul className="cb-inbox-rows" role="list">
      {rows.map((row) => (
        <Row key={row.id} row={row} isCurrent={row.id === currentId} press={press} />
      ))}
    </ul>
  );
});

interface RowProps {
  row: InboxRow;
  isCurrent: boolean;
  press: (id: string) => void;
}

const Row = memo(function Row({ row, isCurrent, press }: RowProps) {
  return (
    <li className="cb-inbox-item">
      <button
        type="button"
        className="cb-inbox-row"
        data-request={row.id}
        data-tone={row.attention}
        aria-current={isCurrent || undefined}
        onClick={() => press(row.id)}
      >
        <span className="cb-inbox-line">
          <bdi className="cb-inbox-name">{row.name}</bdi>
          <span className="cb-muted">{row.when}</span>
        </span>
        <bdi className="cb-inbox-text">{row.listing}</bdi>
        {row.excerpt && <bdi className="cb-inbox-text cb-muted">{row.excerpt}</bdi>}
        <span className="cb-badges">
          <Badge {...row.status} />
          {row.marks.map((mark) => (
            <Badge key={mark.label} {...mark} />
          ))}
        </span>
      </button>
    </li>
  );
});
