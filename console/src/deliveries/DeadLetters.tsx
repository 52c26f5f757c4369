/** What was given up, grouped by channel and reason; each group can be shown or retried. */
import type { DeliveryChannel, DeliveryOverview } from '@ringback/client';
import { useState } from 'react';
import { useCan } from '../app/session.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { RetryDialog } from './RetryDialog.tsx';
import { texts } from './texts.ts';
import { channelName, reasonOf } from './words.ts';

type Group = DeliveryOverview['dead_letters'][number];

const { dead: words } = texts;

export function DeadLetters({ groups, isComplete }: { groups: Group[]; isComplete: boolean }) {
  const [retried, setRetried] = useState<Group>();
  const isRetried = useCan('support');
  const retryOf = (group: Group) =>
    group.retryable + group.uncertain > 0 && (
      <Button icon="retry" onClick={() => setRetried(group)}>
        {words.retry}
      </Button>
    );
  const pages = wholeList({ data: groups, error: null, refetch: () => {} });
  return (
    <Section title={words.title}>
      <p className="quiet">{words.lead}</p>
      {!isComplete && <Banner>{words.more}</Banner>}
      <Table<Group>
        id="dead-letters"
        label={words.title}
        pages={pages}
        rowId={({ channel, reason }) => `${channel} ${reason}`}
        open={({ channel, reason }) => ({
          to: '/deliveries',
          search: { tab: 'list', state: 'failed', channel, reason: reason ?? undefined },
        })}
        empty={
          <Empty icon="check-circle" title={words.none}>
            {words.noneHint}
          </Empty>
        }
        columns={[
          { id: 'reason', label: words.reason, isTitle: true, cell: (group) => <Reason group={group} /> },
          { id: 'channel', label: texts.channel, cell: ({ channel }) => channelName(channel) },
          { id: 'count', label: words.count, align: 'end', cell: ({ count }) => format.number(count) },
          { id: 'when', label: words.when, cell: (group) => <When group={group} /> },
          ...(isRetried ? [{ id: 'retry', label: words.retry, cell: retryOf }] : []),
        ]}
      />
      {retried && <RetryDialog which={whichOf(retried)} onClose={() => setRetried(undefined)} />}
    </Section>
  );
}

const whichOf = ({ channel, reason }: Group) => ({
  channel: channel as DeliveryChannel,
  ...(reason && { reason }),
});

/** In words; the code stands in the list that it leads to. */
function Reason({ group }: { group: Group }) {
  const reason = reasonOf({ reason: group.reason, provider: null });
  return (
    <>
      <span>{reason?.text ?? group.reason}</span>
      {group.uncertain > 0 && (
        <span className="quiet"> {words.uncertain(format.number(group.uncertain))}</span>
      )}
    </>
  );
}

const When = ({ group }: { group: Group }) => (
  <>
    <Time at={group.first_at} /> – <Time at={group.last_at} />
  </>
);
