/** The sessions of the console: an operator's own, to an admin everyone's. */
import type { ListedOperatorSession } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useSession } from '../app/session.tsx';
import { useSignOut } from '../app/useSignOut.ts';
import { shared } from '../texts/en.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { useNotify } from '../ui/Notices.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { browserOf } from './browsers.ts';
import { texts } from './texts.ts';

const { sessions: words } = texts;
const POLL_MS = 30_000;

const nameOf = ({ name }: ListedOperatorSession) => name ?? texts.unnamed;
const browserWords = ({ user_agent }: ListedOperatorSession) => browserOf(user_agent) ?? words.unknownBrowser;

export function Sessions() {
  const client = useClient();
  const { values } = useFilters();
  const { session_id } = useSession();
  const [ending, setEnding] = useState<ListedOperatorSession>();
  const ended = values.ended !== undefined;
  const pages = usePages({
    key: ['operator-sessions', ended],
    load: (cursor, signal) => client.listOperatorSessions({ ended, cursor, limit: 50 }, { signal }),
    pollMs: POLL_MS,
  });
  return (
    <>
      <FilterBar
        choices={[{ name: 'ended', label: words.shown, options: [{ value: 'yes', label: words.ended }] }]}
      />
      <Table
        id="operator-sessions"
        label={words.label}
        columns={columnsOf(session_id, setEnding)}
        pages={pages}
        rowId={({ id }) => id}
        empty={<Empty title={words.empty} />}
      />
      {ending && (
        <EndSession session={ending} isOwn={ending.id === session_id} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}

function columnsOf(
  ownId: string | null,
  end: (session: ListedOperatorSession) => void,
): Column<ListedOperatorSession>[] {
  return [
    {
      ...{ id: 'operator', label: words.operator, isTitle: true },
      cell: (session) => (
        <span className="with-badge">
          <bdi>{nameOf(session)}</bdi>
          {session.id === ownId && <Badge label={words.own} tone="accent" />}
        </span>
      ),
    },
    { id: 'role', label: words.role, cell: ({ role }) => shared.roles[role] },
    {
      ...{ id: 'browser', label: words.browser },
      cell: (session) => <span title={session.user_agent ?? undefined}>{browserWords(session)}</span>,
    },
    { id: 'since', label: words.since, cell: ({ created_at }) => <Time at={created_at} /> },
    { id: 'seen', label: words.seen, cell: ({ last_seen_at }) => <Time at={last_seen_at} /> },
    {
      ...{ id: 'ends', label: words.ends },
      cell: ({ ended_at, expires_at }) =>
        ended_at ? <Badge label={words.hasEnded} /> : <Time at={expires_at} />,
    },
    {
      ...{ id: 'act', label: shared.table.actions },
      cell: (session) =>
        !session.ended_at && (
          <Button aria-label={words.actOn(nameOf(session))} onClick={() => end(session)}>
            {words.act}
          </Button>
        ),
    },
  ];
}

interface EndSessionProps {
  session: ListedOperatorSession;
  isOwn: boolean;
  onClose: () => void;
}

function EndSession({ session, isOwn, onClose }: EndSessionProps) {
  const client = useClient();
  const cache = useQueryClient();
  const notify = useNotify();
  const signOut = useSignOut();
  const end = async () => {
    if (isOwn) return signOut();
    await client.endOperatorSession(session.id);
    await cache.invalidateQueries({ queryKey: ['operator-sessions'] });
    notify({ tone: 'success', message: words.done });
  };
  return (
    <Confirm title={`${words.confirm}?`} act={words.confirm} isDanger run={end} onClose={onClose}>
      <p>{isOwn ? words.endOwn : words.endOther(nameOf(session), browserWords(session))}</p>
    </Confirm>
  );
}
