'use client';
import { useId } from 'react';
import {
  type CallbackStatsProps,
  type Figure,
  type StatsModel,
  useCallbackStats,
} from '../../headless/insight/useCallbackStats.ts';
import { Root } from '../platform/Root.tsx';
import { ListStyles } from '../styles/ListStyles.tsx';
import { PanelStyles } from '../styles/PanelStyles.tsx';
import { StatsStyles } from '../styles/StatsStyles.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';

/** The signed-in person's figures, as seller or as buyer, each with what it counts. */
export function CallbackStats(props: CallbackStatsProps) {
  return <CallbackStatsView model={useCallbackStats(props)} />;
}

/** Draws a model of the figures. */
export function CallbackStatsView({
  model: { title, state, figures, recent, split },
}: {
  model: StatsModel;
}) {
  const titleId = useId();
  return (
    <Root>
      <PanelStyles />
      <ListStyles />
      <StatsStyles />
      <section className="cb-stats" aria-labelledby={titleId}>
        <h3 id={titleId} className="cb-subtitle">
          {title}
        </h3>
        <ListFrame state={state}>
          <Figures figures={figures} />
          {recent && (
            <section aria-labelledby={`${titleId}-recent`}>
              <h4 id={`${titleId}-recent`} className="cb-stats-part">
                {recent.title}
              </h4>
              <Figures figures={recent.figures} />
            </section>
          )}
          <Split {...split} />
        </ListFrame>
      </section>
    </Root>
  );
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="cb-figures">
      {figures.map(({ label, value, isKnown, hint }) => (
        <div key={label} className="cb-figure">
          <dt>{label}</dt>
          <dd className="cb-figure-value" data-known={isKnown || undefined}>
            {value}
          </dd>
          {hint && <dd className="cb-muted">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A bar, and the same in words and numbers. */
function Split({ title, shares }: StatsModel['split']) {
  return (
    <figure className="cb-split">
      <figcaption>{title}</figcaption>
      <svg className="cb-split-bar" aria-hidden="true">
        {shares.map(({ status, tone, start, share }) => (
          <rect key={status} data-tone={tone} x={`${start}%`} width={`${share}%`} height="100%" />
        ))}
      </svg>
      <dl className="cb-split-list">
        {shares.map(({ status, tone, label, count, percent }) => (
          <div key={status}>
            <dt>
              <span className="cb-split-key" data-tone={tone} aria-hidden="true" />
              {label}
            </dt>
            <dd>
              {count} <span className="cb-muted cb-split-percent">{percent}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
