/** Everything that has happened to a request, its calls among it, oldest first. */
import type { CallbackRequestDetail } from '@ringback/client';
import { type Messages, useFormat, useMessages } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import type { Words } from '../text/en.ts';

interface Entry {
  at: string;
  title: string;
  by: string;
  note: string | null;
}

export function Timeline({ request }: { request: CallbackRequestDetail }) {
  const words = useWords();
  const messages = useMessages();
  const { when } = useFormat();
  return (
    <ol className="timeline">
      {entriesOf(request, words, messages).map(({ at, title, by, note }) => (
        <li key={`${at} ${title}`}>
          <p>
            <strong>{title}</strong> <span className="quiet">{by}</span>
          </p>
          {note && <blockquote dir="auto">{note}</blockquote>}
          <time dateTime={at}>{when(at, new Date())}</time>
        </li>
      ))}
    </ol>
  );
}

function entriesOf({ history, attempts }: CallbackRequestDetail, words: Words, messages: Messages): Entry[] {
  const { events, actors } = words;
  const changes = history.map(({ at, event_type, actor, to_status, reason }) => ({
    at,
    title: event_type === 'status_changed' ? messages.statuses[to_status] : events[event_type],
    by: actors[actor],
    note: reason,
  }));
  const calls = attempts.map(({ attempted_at, outcome }) => ({
    at: attempted_at,
    title: events.call(messages.outcomes[outcome]),
    by: actors.seller,
    note: null,
  }));
  return [...changes, ...calls].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
