/** All deliveries, newest first, by channel, state, reason and day; those that can be are retried together. */
import type {
  DeliveryChannel,
  DeliveryState,
  ListOperatorDeliveries,
  OperatorDelivery,
  RetryDeliveries,
} from '@ringback/client';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { useCan, useSession } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { DeliveryBadge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { momentsOf } from '../ui/days.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { useFilters } from '../ui/search.ts';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { RetryDialog } from './RetryDialog.tsx';
import { texts } from './texts.ts';
import { badgeState, channelName, reasonOf, recipientOf, subjectOf } from './words.ts';

const { list: words } = texts;
const PAGE = 50;

export function DeliveryList() {
  const client = useClient();
  const { time_zone } = useSession();
  const { values, change } = useFilters();
  const isRetried = useCan('support');
  const [retried, setRetried] = useState<RetryDeliveries>();
  const filters = filtersOf(values, time_zone);
  const pages = usePages<OperatorDelivery>({
    key: ['deliveries', 'list', filters],
    load: (cursor, signal) => client.listOperatorDeliveries({ ...filters, limit: PAGE, cursor }, { signal }),
    pollMs: POLL_MS,
  });
  return (
    <>
      <FilterBar choices={CHOICES} period="any">
        {values.reason && (
          <Button look="quiet" onClick={() => change({ reason: undefined })}>
            {texts.filters.clearReason(values.reason)}
          </Button>
        )}
        {isRetried && values.state === 'failed' && filters.channel && (
          <Button icon="retry" onClick={() => setRetried(allOf(filters))}>
            {words.retryAll}
          </Button>
        )}
      </FilterBar>
      <Table<OperatorDelivery>
        id="deliveries"
        label={words.label}
        columns={COLUMNS}
        pages={pages}
        rowId={({ id }) => id}
        open={({ id }) =>
          () =>
            change({ id })
          }
        isExported
        {...(isRetried && {
          bulk: (rows) => (
            <Button
              icon="retry"
              disabled={!rows.some(({ state }) => state === 'failed')}
              onClick={() => setRetried({ ids: failedOf(rows) })}
            >
              {words.retry}
            </Button>
          ),
        })}
      />
      {retried && <RetryDialog which={retried} onClose={() => setRetried(undefined)} />}
    </>
  );
}

const failedOf = (rows: OperatorDelivery[]) =>
  rows.filter(({ state }) => state === 'failed').map(({ id }) => id);

/** What the filters leave, whatever page is shown. */
const allOf = ({ channel, reason, from, to }: ListOperatorDeliveries): RetryDeliveries => ({
  ...(channel && { channel }),
  ...(reason && { reason }),
  ...(from && { from }),
  ...(to && { to }),
});

function filtersOf(values: Record<string, string | undefined>, timeZone: string): ListOperatorDeliveries {
  return {
    ...(values.channel && { channel: values.channel as DeliveryChannel }),
    ...(values.state && { state: values.state as DeliveryState }),
    ...(values.reason && { reason: values.reason }),
    ...momentsOf(values, timeZone),
  };
}

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const CHOICES = [
  { name: 'channel', label: texts.channel, options: optionsOf(shared.channels) },
  { name: 'state', label: texts.state, options: optionsOf(texts.states) },
];

const COLUMNS: Column<OperatorDelivery>[] = [
  { id: 'what', label: words.what, isTitle: true, cell: subjectOf, csv: subjectOf },
  { id: 'recipient', label: words.recipient, cell: recipientOf, csv: recipientOf },
  {
    id: 'channel',
    label: texts.channel,
    cell: ({ channel }) => channelName(channel),
    csv: ({ channel }) => channel,
  },
  {
    id: 'state',
    label: texts.state,
    cell: (row) => <DeliveryBadge state={badgeState(row)} />,
    csv: ({ state }) => state,
  },
  {
    id: 'reason',
    label: words.reason,
    cell: (row) => reasonOf(row)?.text ?? words.noReason,
    csv: ({ reason }) => reason,
  },
  {
    id: 'attempts',
    label: words.attempts,
    align: 'end',
    isExtra: true,
    cell: ({ attempts }) => attempts,
    csv: ({ attempts }) => attempts,
  },
  {
    id: 'created',
    label: words.created,
    cell: ({ created_at }) => <Time at={created_at} />,
    csv: ({ created_at }) => created_at,
  },
  {
    id: 'updated',
    label: words.updated,
    isExtra: true,
    cell: ({ updated_at }) => <Time at={updated_at} />,
    csv: ({ updated_at }) => updated_at,
  },
];
