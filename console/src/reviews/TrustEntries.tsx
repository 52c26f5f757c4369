/** Who is blocked or allowed; admins add entries and remove them. */
import type { TrustEntry } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { useNotify } from '../ui/Notices.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const { lists: words } = texts;
const KEY = ['trust entries'];

export function TrustEntries() {
  const client = useClient();
  const isChanging = useCan('admin');
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Removal>();
  const pages = usePages<TrustEntry>({
    key: KEY,
    load: (cursor, signal) =>
      client.listTrustEntries({ limit: 50, ...(cursor !== undefined && { cursor }) }, { signal }),
  });
  return (
    <>
      {isChanging && (
        <p>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </p>
      )}
      <Table<TrustEntry>
        id="trust-entries"
        label={words.label}
        columns={COLUMNS}
        pages={pages}
        rowId={({ id }) => id}
        isExported
        empty={<Empty title={words.none} />}
        {...(isChanging && {
          bulk: (rows, clear) => (
            <Button
              icon="close"
              disabled={rows.length === 0}
              onClick={() => setRemoving({ ids: rows.map(({ id }) => id), clear })}
            >
              {words.remove}
            </Button>
          ),
        })}
      />
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog {...removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

interface Removal {
  ids: string[];
  /** Selects nothing any more. */
  clear: () => void;
}

function RemoveDialog({ ids, clear, onClose }: Removal & { onClose: () => void }) {
  const client = useClient();
  const done = useDone();
  const remove = async () => {
    const { removed } = await client.removeTrustEntries(ids);
    clear();
    await done(words.removed(removed));
  };
  return (
    <Confirm title={words.removeTitle(ids.length)} act={words.remove} isDanger run={remove} onClose={onClose}>
      <p>{words.removeBody}</p>
    </Confirm>
  );
}

/** After an act: says what was done, and reads the entries again. */
function useDone() {
  const queries = useQueryClient();
  const notify = useNotify();
  return (message: string) => {
    notify({ tone: 'success', message });
    return queries.invalidateQueries({ queryKey: KEY });
  };
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const done = useDone();
  const send = async ({ list, person_id, phone, reason = '' }: Record<string, string>) => {
    await client.addTrustEntry({
      ...{ list: list === 'allow' ? 'allow' : 'block', reason },
      ...(person_id && { person_id }),
      ...(phone && { phone: phone.replace(/[\s().-]/g, '') }),
    });
    await done(words.added);
  };
  return (
    <Dialog title={words.addTitle} onClose={onClose}>
      <Form act={words.addAct} send={send} onDone={onClose} onCancel={onClose}>
        <SelectField
          name="list"
          label={words.list}
          options={[
            { value: 'block', label: words.block },
            { value: 'allow', label: words.allow },
          ]}
        />
        <TextField name="person_id" label={words.person} isOptional />
        <TextField name="phone" label={words.phone} hint={words.phoneHint} isOptional type="tel" />
        <TextArea name="reason" label={words.reason} required maxLength={500} />
      </Form>
    </Dialog>
  );
}

const whoOf = ({ person, phone_masked }: TrustEntry) =>
  person ? (person.name ?? person.id) : (phone_masked ?? words.number);

const COLUMNS: Column<TrustEntry>[] = [
  { id: 'who', label: words.who, isTitle: true, cell: (entry) => <bdi>{whoOf(entry)}</bdi>, csv: whoOf },
  {
    ...{ id: 'list', label: words.list },
    cell: ({ list }) => (
      <Badge
        label={list === 'allow' ? words.allow : words.block}
        tone={list === 'allow' ? 'success' : 'danger'}
      />
    ),
    csv: ({ list }) => list,
  },
  {
    ...{ id: 'reason', label: words.reason },
    cell: ({ reason }) => <span dir="auto">{reason}</span>,
    csv: ({ reason }) => reason,
  },
  {
    ...{ id: 'ends', label: words.ends },
    cell: ({ ends_at }) => (ends_at ? <Time at={ends_at} /> : words.never),
    csv: ({ ends_at }) => ends_at,
  },
  { id: 'by', label: words.by, cell: ({ operator_name }) => <bdi>{operator_name}</bdi> },
];
