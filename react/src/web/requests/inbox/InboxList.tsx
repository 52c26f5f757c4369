'use client';
import { memo, useMemo, useRef, useState } from 'react';
import type { InboxRow } from '../../../headless/requests/inbox/inboxModel.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useNearViewport } from '../../ui/useNearViewport.ts';

/** So many rows are drawn, or left out, together. */
const GROUP = 10;
/** Until it has been seen. */
const ROW_REM = 7;

interface ListProps {
  rows: readonly InboxRow[];
  /** There are more than these. */
  hasMore: boolean;
  currentId: string | undefined;
  press: (id: string) => void;
}

/** There may be thousands: only what is near the viewport is drawn, and again only where it has changed. */
export const InboxList = memo(function InboxList({ rows, hasMore, currentId, press }: ListProps) {
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const latestId = useLatestId(currentId);
  const latest = groups.find(({ rows }) => rows.some(({ id }) => id === latestId));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of rows can't stand between <ul> and <li>
    <div className="cb-inbox-rows" role="list">
      {groups.map((group) => (
        <RowGroup
          key={group.start}
          group={group}
          count={hasMore ? -1 : rows.length}
          // The focus moves there, with the keys and when the request is closed.
          isKept={latest !== undefined && Math.abs(group.start - latest.start) <= GROUP}
          currentId={group === latest ? currentId : undefined}
          press={press}
        />
      ))}
    </div>
  );
});

interface Group {
  /** How many rows come before. */
  start: number;
  rows: readonly InboxRow[];
}

function groupsOf(rows: readonly InboxRow[]): Group[] {
  const starts = Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, index) => index * GROUP);
  return starts.map((start) => ({ start, rows: rows.slice(start, start + GROUP) }));
}

/** The open request, or the last one that was. */
function useLatestId(currentId: string | undefined) {
  const [latestId, setLatestId] = useState(currentId);
  if (currentId !== undefined && currentId !== latestId) setLatestId(currentId);
  return currentId ?? latestId;
}

interface GroupProps {
  group: Group;
  /** Of the whole list; -1 while it is not known. */
  count: number;
  isKept: boolean;
  currentId: string | undefined;
  press: (id: string) => void;
}

const RowGroup = memo(function RowGroup({ group, count, isKept, currentId, press }: GroupProps) {
  const { start, rows } = group;
  const element = useRef<HTMLDivElement>(null);
  const { isNear, height } = useNearViewport(element, start === 0);
  const isDrawn = isNear || isKept;
  const place = { blockSize: height ?? `${rows.length * ROW_REM}rem` };
  return (
    <div ref={element} className="cb-inbox-group" role="none" style={isDrawn ? undefined : place}>
      {isDrawn &&
        rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            position={start + index + 1}
            count={count}
            isCurrent={row.id === currentId}
            press={press}
          />
        ))}
    </div>
  );
});

interface RowProps {
  row: InboxRow;
  position: number;
  count: number;
  isCurrent: boolean;
  press: (id: string) => void;
}

const Row = memo(function Row({ row, position, count, isCurrent, press }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div className="cb-inbox-item" role="listitem" aria-posinset={position} aria-setsize={count}>
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
    </div>
  );
});
