/** Alerts, open and past, newest first. */
import { type Alert, deliveryReason } from '@ringback/client';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { Badge } from '../ui/Badge.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const { alerts: words } = texts;
const PAGE = 10;

export function Alerts() {
  const client = useClient();
  const pages = usePages<Alert>({
    key: ['alerts'],
    load: (cursor, signal) => client.listAlerts({ limit: PAGE, cursor }, { signal }),
    pollMs: POLL_MS,
  });
  return (
    <Section title={words.title}>
      <p className="quiet">{words.lead}</p>
      <Table<Alert>
        id="alerts"
        label={words.title}
        pages={pages}
        rowId={({ id }) => id}
        empty={
          <Empty icon="bell" title={words.none}>
            {words.noneHint}
          </Empty>
        }
        columns={[
          { id: 'what', label: words.what, isTitle: true, cell: titleOf },
          {
            id: 'state',
            label: words.state,
            cell: ({ recovered_at }) => (
              <Badge
                label={recovered_at ? words.over : words.open}
                tone={recovered_at ? 'neutral' : 'danger'}
              />
            ),
          },
          { id: 'figure', label: words.figure, cell: figureOf },
          { id: 'raised', label: words.raised, cell: ({ raised_at }) => <Time at={raised_at} /> },
          { id: 'recovered', label: words.recovered, cell: ({ recovered_at }) => <Time at={recovered_at} /> },
          {
            id: 'notified',
            label: words.notified,
            cell: ({ recipients }) => (recipients > 0 ? format.number(recipients) : words.nobody),
          },
        ]}
      />
    </Section>
  );
}

const titleOf = ({ kind, subject }: Alert) => words.kinds[kind]?.(subject ?? '') ?? kind;

function figureOf({ kind, figure }: Alert): string {
  const { failures = 0, sent = 0, reason, waiting = 0, seconds = 0, requests = 0, usual = 0 } = figure;
  const { codes = 0, accounts = 0, silent = 0, usual_seconds = 0 } = figure;
  const { sellers = 0, contradicted = 0, completed = 0 } = figure;
  const { number, duration } = format;
  switch (kind) {
    case 'channel_failing':
      return [words.failures(number(failures), number(sent)), reason && deliveryReason(reason).text]
        .filter(Boolean)
        .join(' ');
    case 'queue_old':
      return words.waiting(number(waiting), duration(seconds));
    case 'flood':
      return words.requests(number(requests), number(usual));
    case 'code_pumping':
      return words.codes(number(codes), number(accounts));
    case 'sellers_silent':
      return words.silent(number(silent), number(requests));
    case 'responses_slow':
      return words.slow(duration(seconds), duration(usual_seconds));
    case 'calls_contradicted':
      return words.contradicted(number(contradicted), number(completed), number(sellers));
    case 'maintenance_late':
      return words.late(duration(seconds));
    default:
      return '';
  }
}
