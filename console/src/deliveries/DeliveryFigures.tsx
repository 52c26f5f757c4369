/** Delivery over a range of days: each channel, and the periods as bars. All that is chosen is in the address. */
import type { DeliveryFigures } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Bars } from '../ui/charts/Bars.tsx';
import { periodKey, periodLabel } from '../ui/charts/periods.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty, Loaded, Skeleton } from '../ui/states.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { CHANNEL_COLUMNS, CHANNELS, ExportPeriods, useIntervalChoices } from './figures.tsx';
import { texts } from './texts.ts';
import { channelName } from './words.ts';

const FIGURES_POLL_MS = 60_000;
const { figures: words } = texts;
const SHOWN = ['sent', 'dead_letters', 'failed_attempts'] as const;

export function DeliveryFiguresPart() {
  const client = useClient();
  const { from, to, interval, channel } = useFilters().values;
  const range = { from, to, interval, channel } as Parameters<typeof client.getDeliveryFigures>[0];
  const query = useQuery({
    queryKey: ['deliveries', 'figures', range],
    queryFn: ({ signal }) => client.getDeliveryFigures(range, { signal }),
    refetchInterval: FIGURES_POLL_MS,
  });
  return (
    <>
      <FilterBar
        choices={[
          {
            ...{ name: 'channel', label: texts.channel },
            options: CHANNELS.map((value) => ({ value, label: channelName(value) })),
          },
          { name: 'interval', label: words.interval, none: words.automatic, options: useIntervalChoices() },
        ]}
        period="month"
        voidedByPeriod={['interval']}
      />
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(figures) => (
          <>
            <Section title={words.channels}>
              <Table
                id="delivery-figures"
                label={words.channels}
                columns={CHANNEL_COLUMNS}
                pages={wholeList({ data: figures.channels, error: null, refetch: query.refetch })}
                rowId={(row) => row.channel}
                empty={<Empty title={words.none} />}
                isExported
              />
              <p className="quiet">{words.latencyNote}</p>
            </Section>
            <Periods figures={figures} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Periods({ figures }: { figures: DeliveryFigures }) {
  const { values, change } = useFilters();
  const shown = SHOWN.find((name) => name === values.show) ?? 'sent';
  const title = values.channel
    ? words.of(words.shown[shown], channelName(values.channel))
    : words.shown[shown];
  return (
    <Section
      title={words.overTime}
      actions={
        <>
          <label className="filter">
            <span>{words.show}</span>
            <select value={shown} onChange={({ target }) => change({ show: target.value })}>
              {SHOWN.map((name) => (
                <option key={name} value={name}>
                  {words.shown[name]}
                </option>
              ))}
            </select>
          </label>
          <ExportPeriods figures={figures} />
        </>
      }
    >
      <Bars
        title={title}
        columns={{ period: words.period, count: words.shown[shown] }}
        incomplete={words.goingOn}
        bars={figures.periods.map((period) => ({
          key: periodKey(period),
          label: periodLabel(period, figures),
          count: period.figures[shown],
          isIncomplete: period.is_incomplete,
        }))}
      />
    </Section>
  );
}
