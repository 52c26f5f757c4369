/** Everything that has happened to a request, oldest first. */
import type { CallbackRequestDetail } from '@ringback/client';
import { useFormat, useMessages } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { historyLines } from './history.ts';

export function Timeline({ request }: { request: CallbackRequestDetail }) {
  const words = useWords();
  const messages = useMessages();
  const { when } = useFormat();
  return (
    <ol className="timeline">
      {historyLines(request, words, messages).map(({ at, title, by, note }) => (
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
