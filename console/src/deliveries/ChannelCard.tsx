/** One channel: whether it works, what waits, the last day's numbers, and pause or resume. */
import type { DeliveryChannel, DeliveryOverview } from '@ringback/client';
import { useState } from 'react';
import { useCan } from '../app/session.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Time } from '../ui/Time.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { texts } from './texts.ts';
import { channelName } from './words.ts';

type Overview = DeliveryOverview['channels'][number];

const MOST_COUNTED = { queue: 10_000, day: 1_000 };
const LATE_MS = 5 * 60_000;
const { queue: words } = texts;

export function ChannelCard({ overview }: { overview: Overview }) {
  const [isAsking, setIsAsking] = useState(false);
  const isAdmin = useCan('admin');
  const { channel, paused, oldest_due_at, last_24_hours: day } = overview;
  const name = channelName(channel);
  return (
    <Section
      title={name}
      actions={
        <>
          <Badge {...standing(overview)} />
          {isAdmin && (
            <Button look="quiet" icon={paused ? 'play' : 'pause'} onClick={() => setIsAsking(true)}>
              {paused ? words.resume : words.pause}
            </Button>
          )}
        </>
      }
    >
      {paused && (
        <Banner tone="warning" icon="pause" title={words.pausedBy(paused.by ?? words.someone)}>
          {paused.reason} <Time at={paused.since} isFocusable />
        </Banner>
      )}
      <DetailList
        details={[
          { label: words.waiting, value: counted(overview.waiting, MOST_COUNTED.queue) },
          {
            label: words.retrying,
            value: overview.retrying > 0 && counted(overview.retrying, MOST_COUNTED.queue),
          },
          { label: words.parked, value: overview.parked > 0 && counted(overview.parked, MOST_COUNTED.queue) },
          { label: words.oldest, value: oldest_due_at && <Time at={oldest_due_at} isFocusable /> },
          { label: words.sent, value: counted(day.sent + day.delivered, MOST_COUNTED.day) },
          { label: words.failed, value: counted(day.failed, MOST_COUNTED.day) },
          { label: words.skipped, value: counted(day.suppressed, MOST_COUNTED.day) },
          {
            label: words.lastSent,
            value: overview.last_sent_at ? <Time at={overview.last_sent_at} isFocusable /> : words.never,
          },
        ].map(({ label, value }) => ({ label, value: value === false ? null : value }))}
      />
      {isAsking && (
        <PauseDialog
          channel={channel as DeliveryChannel}
          isPaused={paused !== null}
          waiting={overview.waiting}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Section>
  );
}

/** A count that stopped somewhere says so. */
const counted = (count: number, most: number) =>
  count < most ? format.number(count) : words.counted(format.number(most));

function standing({ paused, is_used, oldest_due_at, waiting }: Overview): { label: string; tone: Tone } {
  if (paused) return { label: words.paused, tone: 'warning' };
  if (!is_used) return { label: words.unused, tone: 'neutral' };
  if (oldest_due_at && Date.now() - Date.parse(oldest_due_at) > LATE_MS)
    return { label: words.late, tone: 'danger' };
  return waiting > 0 ? { label: words.working, tone: 'accent' } : { label: words.idle, tone: 'success' };
}
