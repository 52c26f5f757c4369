/** Everyone who works for the marketplace; an admin disables and enables others. */
import type { Operator } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan, useSession } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Copy } from '../ui/Copy.tsx';
import { format } from '../ui/format.ts';
import { useNotify } from '../ui/Notices.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const { operators: words } = texts;
const LINK_COMMAND = 'ringback operator-link --name NAME --role support';

const nameOf = ({ name }: Operator) => name ?? texts.unnamed;

/** How the database knows them, by the beginning of their subject. */
const kindOf = ({ subject }: Operator) =>
  words.kinds[/^link:/.test(subject) ? 'link' : /^command:/.test(subject) ? 'command' : 'token'];

export function Operators() {
  const client = useClient();
  const [changing, setChanging] = useState<Operator>();
  const { operator_id } = useSession();
  const isAdmin = useCan('admin');
  const pages = usePages({
    key: ['operators'],
    load: (cursor, signal) => client.listOperators({ cursor, limit: 50 }, { signal }),
  });
  return (
    <>
      <Table
        id="operators"
        label={words.label}
        columns={[...columnsOf(operator_id), actsOf(isAdmin ? operator_id : undefined, setChanging)]}
        pages={pages}
        rowId={({ id }) => id}
      />
      <p className="quiet">
        {words.more} <Copy text={LINK_COMMAND} what={words.linkCommand} />
      </p>
      {changing && <ChangeAccess operator={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}

const columnsOf = (ownId: string): Column<Operator>[] => [
  {
    ...{ id: 'name', label: words.name, isTitle: true },
    cell: (operator) => (
      <span className="with-badge">
        <bdi>{nameOf(operator)}</bdi>
        {operator.id === ownId && <Badge label={words.you} tone="accent" />}
      </span>
    ),
  },
  { id: 'kind', label: words.kind, cell: kindOf },
  { id: 'role', label: words.role, cell: ({ role }) => shared.roles[role] },
  {
    ...{ id: 'state', label: words.state },
    cell: ({ disabled_at }) =>
      disabled_at ? (
        <Badge label={words.disabled} tone="danger" icon="block" />
      ) : (
        <Badge label={words.active} tone="success" icon="check" />
      ),
  },
  {
    ...{ id: 'sessions', label: words.sessions, align: 'end' },
    cell: ({ sessions }) => format.number(sessions),
  },
  {
    ...{ id: 'seen', label: words.seen },
    cell: ({ last_seen_at }) => (last_seen_at ? <Time at={last_seen_at} /> : words.never),
  },
  {
    ...{ id: 'created', label: words.created, isExtra: true },
    cell: ({ created_at }) => <Time at={created_at} />,
  },
];

/** `adminId`: of the admin who looks; nobody else changes anything, and admins not themselves. */
const actsOf = (adminId: string | undefined, change: (operator: Operator) => void): Column<Operator> => ({
  ...{ id: 'acts', label: shared.table.actions },
  cell: (operator) => {
    const act = operator.disabled_at ? words.enable : words.disable;
    return (
      <span className="acts">
        <ButtonLink look="quiet" to="/audit" search={{ operator: operator.id }}>
          {words.audit}
        </ButtonLink>
        {adminId !== undefined && operator.id !== adminId && (
          <Button aria-label={words.actOn(act, nameOf(operator))} onClick={() => change(operator)}>
            {act}
          </Button>
        )}
      </span>
    );
  },
});

function ChangeAccess({ operator, onClose }: { operator: Operator; onClose: () => void }) {
  const client = useClient();
  const cache = useQueryClient();
  const notify = useNotify();
  const disabled = !operator.disabled_at;
  const name = nameOf(operator);
  const change = async () => {
    await client.setOperatorAccess(operator.id, { disabled });
    await cache.invalidateQueries({ queryKey: ['operators'] });
    notify({ tone: 'success', message: words.done(name, disabled) });
  };
  return (
    <Confirm
      title={disabled ? words.disableTitle(name) : words.enableTitle(name)}
      act={disabled ? words.disable : words.enable}
      isDanger={disabled}
      run={change}
      onClose={onClose}
    >
      <p>{disabled ? words.disableText : words.enableText}</p>
    </Confirm>
  );
}
