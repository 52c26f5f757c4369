/** What has happened to a request, as lines to read. A word that these texts do not know gets a general one. */
import type { CallbackRequestDetail, HistoryEntry } from '@ringback/client';
import { useState } from 'react';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import { type HistoryWords, historyWords } from '../messages/en/history.ts';
import { type RequestWords, requestWords } from '../messages/en/request.ts';
import { useWords } from '../messages/useWords.ts';
import { useNow } from '../platform/clock.ts';
import { lookUp } from '../platform/lookUp.ts';
import type { Action } from '../ui/parts.ts';

export interface HistoryLine {
  /** Stays the same when newer lines come. */
  id: number;
  at: string;
  /** The same for the reader: "today at 14:05". */
  when: string;
  title: string;
  /** Who did it; undefined where there is no word for them, or the title names them. */
  by: string | undefined;
  /** The reason given. */
  note: string | undefined;
}

export interface CallbackHistoryModel {
  title: string;
  /** Newest first. */
  lines: HistoryLine[];
  /** While older lines are left out. */
  showAll: Action | undefined;
}

type Words = HistoryWords & Pick<RequestWords, 'outcomes'>;

interface Reader {
  messages: Words;
  format: Format;
  now: Date | undefined;
}

/** A long history begins with so many. */
const FEW = 5;

/** The newest lines at first, all of them on demand. */
export function useCallbackHistory(request: Pick<CallbackRequestDetail, 'history'>): CallbackHistoryModel {
  const messages = useWords(historyWords, requestWords);
  const format = useFormat();
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  const { title, showAll } = messages.history;
  const count = request.history.length;
  return {
    title,
    lines: historyOf(request, { messages, format, now }, isWhole ? count : FEW),
    showAll:
      isWhole || count <= FEW
        ? undefined
        : { label: showAll(format.number(count)), run: () => setWhole(true), isBusy: false },
  };
}

/** Newest first, at most so many. The API gives the oldest first. */
export function historyOf(
  { history }: Pick<CallbackRequestDetail, 'history'>,
  { messages, format, now }: Reader,
  most = history.length,
): HistoryLine[] {
  const leftOut = Math.max(0, history.length - most);
  const lines = history.slice(leftOut).map((entry, index) => ({
    id: leftOut + index,
    at: entry.at,
    when: format.when(entry.at, now),
    title: titleOf(entry, messages),
    by:
      entry.event_type === 'call_attempted' ? undefined : lookUp<string>(messages.historyActors, entry.actor),
    note: entry.data.reason ?? undefined,
  }));
  return lines.reverse();
}

function titleOf({ event_type, to_status, actor, data }: HistoryEntry, messages: Words): string {
  const { historyEvents: events, history: words, outcomes } = messages;
  if (event_type === 'status_changed')
    return lookUp(events, to_status === 'cancelled' ? endOf(actor) : to_status) ?? events.other;
  if (event_type === 'request_snoozed' && !data.snoozed_until) return events.snooze_ended;
  const outcome = event_type === 'call_attempted' && lookUp<string>(outcomes, data.outcome ?? '');
  return outcome ? words.attempt(outcome) : (lookUp(events, event_type) ?? events.other);
}

function endOf(actor: string): keyof HistoryWords['historyEvents'] {
  if (actor === 'seller') return 'declined';
  return actor === 'buyer' ? 'withdrawn' : 'closed';
}
