/** The history of a request as lines to read. A word that these texts do not know gets a general one. */
import type { CallbackRequestDetail, HistoryEntry } from '@ringback/client';
import type { Messages } from '@ringback/react/messages/en';
import type { Words } from '../text/en.ts';

export interface HistoryLine {
  at: string;
  title: string;
  /** Who did it; empty where that has no word, or the title names them. */
  by: string;
  /** The reason given. */
  note: string | undefined;
}

type HistoryWords = Pick<Words, 'events' | 'callAttempt' | 'actors'>;

/** Oldest first, as the API gives it. */
export function historyLines(
  { history }: Pick<CallbackRequestDetail, 'history'>,
  words: HistoryWords,
  messages: Messages,
): HistoryLine[] {
  return history.map((entry) => ({
    at: entry.at,
    title: titleOf(entry, words, messages),
    by:
      entry.event_type === 'call_attempted' ? '' : (lookUp(words.actors, entry.actor) ?? words.actors.other),
    note: entry.data.reason ?? undefined,
  }));
}

function titleOf(
  { event_type, to_status, actor, data }: HistoryEntry,
  words: HistoryWords,
  messages: Messages,
): string {
  if (event_type === 'status_changed')
    return lookUp(words.events, to_status === 'cancelled' ? endOf(actor) : to_status) ?? words.events.other;
  const outcome = event_type === 'call_attempted' && lookUp(messages.outcomes, data.outcome ?? '');
  return outcome ? words.callAttempt(outcome) : (lookUp(words.events, event_type) ?? words.events.other);
}

function endOf(actor: string): keyof HistoryWords['events'] {
  if (actor === 'seller') return 'declined';
  return actor === 'buyer' ? 'withdrawn' : 'closed';
}

function lookUp(texts: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(texts, word) ? texts[word] : undefined;
}
