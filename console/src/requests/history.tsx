/** A request's history as a timeline in words, with the operators' notes where they belong. */
import type { OperatorHistoryEntry, OperatorRequestDetail } from '@ringback/client';
import type { Tone } from '../ui/Badge.tsx';
import { format } from '../ui/format.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { TimelineEntry } from '../ui/Timeline.tsx';
import { changes, events, fieldNames, outcomes } from './answerTexts.ts';
import { actorOf } from './names.ts';
import { texts } from './texts.ts';

/** The newest first. */
export function timelineOf(detail: OperatorRequestDetail): TimelineEntry[] {
  const happened = detail.history.map((entry, index) => entryOf(entry, index, detail));
  const notes = detail.notes.map(({ id, created_at, operator, note }) => ({
    ...{ id, at: created_at, icon: 'note' as const },
    title: texts.notes.by(operator.name ?? operator.id),
    children: <p className="written">{note}</p>,
  }));
  return [...happened, ...notes].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

const LOOKS: Record<string, { icon: IconName; tone?: Tone }> = {
  request_created: { icon: 'requests', tone: 'accent' },
  request_edited: { icon: 'edit' },
  call_attempted: { icon: 'phone' },
  completion_contradicted: { icon: 'alert', tone: 'danger' },
  request_expiring: { icon: 'hourglass' },
  seller_reminded: { icon: 'bell' },
  acknowledged: { icon: 'check', tone: 'accent' },
  completed: { icon: 'check-circle', tone: 'success' },
  cancelled: { icon: 'x-circle' },
  expired: { icon: 'clock' },
};

function entryOf(entry: OperatorHistoryEntry, index: number, detail: OperatorRequestDetail): TimelineEntry {
  const kind = entry.event_type === 'status_changed' ? String(entry.to_status) : entry.event_type;
  return {
    id: `${index} ${entry.at}`,
    at: entry.at,
    ...(LOOKS[kind] ?? {}),
    title: titleOf(entry, actorOf(entry, detail)),
    children: <Details data={entry.data} />,
  };
}

function titleOf({ event_type, to_status, actor }: OperatorHistoryEntry, who: string): string {
  const isChange = event_type === 'status_changed';
  const change = to_status === 'cancelled' ? `cancelled_${actor}` : String(to_status);
  const words = isChange ? changes[change] : events[event_type];
  return words ? words(who) : event_type.replaceAll('_', ' ');
}

function Details({ data }: Pick<OperatorHistoryEntry, 'data'>) {
  const fields = data.fields?.map((field) => fieldNames[field] ?? field).join(', ');
  const outcome = data.outcome && (outcomes[data.outcome] ?? data.outcome);
  const next = data.next_attempt_at && `next call ${format.relative(data.next_attempt_at)}`;
  const line = [fields, outcome, next].filter(Boolean).join(' · ');
  return (
    <>
      {line && <p className="quiet">{line}</p>}
      {data.reason && <p className="written">“{data.reason}”</p>}
    </>
  );
}
