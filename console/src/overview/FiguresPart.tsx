/** The figures of the days in the address: headlines, volume, funnel, response times, hours of the week, shares. */
import type { Figures } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Bars } from '../ui/charts/Bars.tsx';
import { HeatMap } from '../ui/charts/HeatMap.tsx';
import { ShareBars } from '../ui/charts/ShareBars.tsx';
import { Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Definitions } from './Definitions.tsx';
import { ExportPeriods } from './ExportPeriods.tsx';
import { Headlines } from './Headlines.tsx';
import { usePolicyMarks } from './marks.ts';
import { NotSent } from './NotSent.tsx';
import { PolicyMarks } from './PolicyMarks.tsx';
import { RangeBar } from './RangeBar.tsx';
import { barsOf, funnelOf, sharesOf, timesOf } from './shares.ts';
import { texts } from './texts.ts';

const FIGURES_POLL_MS = 60_000;

export function FiguresPart() {
  const client = useClient();
  const { values } = useFilters();
  const { compare, hours: _, ...range } = values;
  const query = useQuery({
    queryKey: ['figures', range],
    queryFn: ({ signal }) => client.getFigures(range as Parameters<typeof client.getFigures>[0], { signal }),
    refetchInterval: FIGURES_POLL_MS,
  });
  return (
    <>
      <h2>{texts.figures}</h2>
      <RangeBar />
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(figures) => (
          <>
            <Headlines figures={figures} isCompared={compare !== 'none'} />
            <Definitions />
            <Charts figures={figures} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Charts({ figures }: { figures: Figures }) {
  const { received, answered } = figures.figures;
  const { shares } = figures;
  const marks = usePolicyMarks(figures, figures.time_zone);
  return (
    <>
      <Section title={texts.volume} actions={<ExportPeriods figures={figures} />}>
        <Bars
          title={texts.volume}
          columns={{ period: texts.period, count: texts.requests, note: texts.policy.title }}
          incomplete={texts.goingOn}
          bars={barsOf(figures, marks)}
        />
        <PolicyMarks marks={marks} />
      </Section>
      <div className="columns">
        <Section title={texts.funnel.title}>
          <ShareBars
            title={texts.funnel.title}
            columns={texts.shareColumns}
            shares={funnelOf(figures.figures)}
            whole={received - figures.figures.closed}
          />
        </Section>
        <Section title={texts.times.title}>
          <ShareBars
            title={texts.times.title}
            columns={texts.shareColumns}
            shares={timesOf(figures.response_times)}
            whole={answered}
          />
        </Section>
      </div>
      <Hours figures={figures} />
      <div className="columns">
        {(['state', 'priority', 'reason', 'outcome'] as const).map((of) => (
          <Section key={of} title={texts.shares[of].title}>
            <ShareBars
              title={texts.shares[of].title}
              columns={texts.shareColumns}
              shares={sharesOf(shares[of], texts.shares[of].labels)}
              whole={of === 'outcome' ? figures.figures.attempts : received}
            />
          </Section>
        ))}
      </div>
      <NotSent figures={figures} />
    </>
  );
}

const WEEKS = ['requested', 'preferred', 'called'] as const;

/** Which hours are drawn is in the address too. */
function Hours({ figures }: { figures: Figures }) {
  const { values, change } = useFilters();
  const shown = WEEKS.find((name) => name === values.hours) ?? 'requested';
  return (
    <Section
      title={texts.hours.title}
      actions={
        <label className="filter">
          <span>{texts.hours.of}</span>
          <select value={shown} onChange={({ target }) => change({ hours: target.value })}>
            {WEEKS.map((name) => (
              <option key={name} value={name}>
                {texts.hours.names[name]}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <HeatMap
        title={texts.hours.names[shown]}
        weekdays={texts.hours.weekdays}
        columns={{ weekday: texts.hours.weekday, least: '0' }}
        hours={figures.hours[shown]}
      />
      <p className="quiet">
        {shown === 'preferred' ? texts.hours.asNamed : texts.hours.inZone(figures.time_zone)}
      </p>
    </Section>
  );
}
