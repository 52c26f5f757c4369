'use client';
import { useId } from 'react';
import { type Statistics, useCallbackStatistics } from '../../headless/insight/useCallbackStatistics.ts';
import { listsWords } from '../../headless/messages/en/lists.ts';
import { useWords } from '../../headless/messages/useWords.ts';
import { Root } from '../platform/Root.tsx';
import { PanelStyles } from '../styles/PanelStyles.tsx';
import { Note } from '../ui/Note.tsx';

/** The signed-in seller's fair figures, each with what it counts. */
export function CallbackStatistics() {
  return <CallbackStatisticsView model={useCallbackStatistics()} />;
}

/** Draws a model of the figures. */
export function CallbackStatisticsView({ model }: { model: Statistics }) {
  const { lists } = useWords(listsWords);
  const titleId = useId();
  return (
    <Root>
      <PanelStyles />
      <section className="cb-statistics" aria-labelledby={titleId}>
        <h3 id={titleId} className="cb-subtitle">
          {model.title}
        </h3>
        {model.loading && <p className="cb-muted">{lists.loading}</p>}
        {model.error && (
          <Note tone="danger" icon="alert">
            {model.error}
          </Note>
        )}
        <dl className="cb-figures">
          {model.figures.map(({ label, value, isKnown, hint }) => (
            <div key={label} className="cb-figure">
              <dt>{label}</dt>
              <dd className="cb-figure-value" data-known={isKnown || undefined}>
                {value}
              </dd>
              <dd className="cb-muted">{hint}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Root>
  );
}
