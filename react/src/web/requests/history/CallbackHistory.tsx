'use client';
import { useId, useRef } from 'react';
import {
  type CallbackHistoryModel,
  type HistoryLine,
  useCallbackHistory,
} from '../../../headless/requests/history.ts';
import type { CallbackHistoryProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { ListStyles } from '../../styles/ListStyles.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { useParts } from '../../ui/useParts.ts';

/** What has happened to a request, newest first; for both sides. */
export function CallbackHistory({ request }: CallbackHistoryProps) {
  return (
    <Root>
      <CallbackHistoryView model={useCallbackHistory(request)} />
    </Root>
  );
}

/** Draws a model of the history. */
export function CallbackHistoryView({ model }: { model: CallbackHistoryModel }) {
  const { title, lines, showAll } = model;
  const { Button } = useParts();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const keptFocus = useKeptFocus(section);
  return (
    <section ref={section} className="cb-history" aria-labelledby={titleId} tabIndex={-1} {...keptFocus}>
      <ListStyles />
      <h3 id={titleId} className="cb-subtitle">
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes lists without markers for none */}
      <ol className="cb-events" role="list">
        {lines.map((line) => (
          <Event key={line.id} line={line} />
        ))}
      </ol>
      {showAll && (
        <Button variant="ghost" size="sm" onPress={showAll.run}>
          {showAll.label}
        </Button>
      )}
    </section>
  );
}

function Event({ line: { at, when, title, by, note } }: { line: HistoryLine }) {
  return (
    <li className="cb-event">
      <p>
        <strong>{title}</strong> {by && <span className="cb-muted">{by}</span>}
      </p>
      {note && <blockquote dir="auto">{note}</blockquote>}
      <time className="cb-muted" dateTime={at}>
        {when}
      </time>
    </li>
  );
}
