/** When people want to be called, are called and are reached: hours of the week in a zone of choice, and the best hours. */
import type { Times } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { useSession } from '../app/session.tsx';
import { useSwitches } from '../policy/queries.ts';
import { Button } from '../ui/Button.tsx';
import { HeatMap } from '../ui/charts/HeatMap.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { download, toCsv } from '../ui/table/csv.ts';
import { BestHours } from './BestHours.tsx';
import { texts } from './texts.ts';

const WEEKS = ['preferred', 'called', 'reached'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Names that browsers do not know are the database's all the same: Asia/Kathmandu. */
const zonesWith = (zone: string | undefined) => (!zone || ZONES.includes(zone) ? ZONES : [...ZONES, zone]);

const optionsOf = (values: { value: string }[] = []) => values.map(({ value }) => ({ value, label: value }));

export function TimesPage() {
  const client = useClient();
  const { values } = useFilters();
  const places = useSwitches().data;
  const { time_zone } = useSession();
  const query = useQuery({
    queryKey: ['times', values],
    queryFn: ({ signal }) => client.getTimes(values, { signal }),
  });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <FilterBar
        choices={[
          {
            ...{ name: 'time_zone', label: texts.zone, none: texts.zoneOfMarketplace(time_zone) },
            options: zonesWith(values.time_zone).map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            })),
          },
          { name: 'category', label: texts.category, options: optionsOf(places?.categories) },
          { name: 'country', label: texts.country, options: optionsOf(places?.countries) },
        ]}
        period="month"
      />
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(times) => (
          <>
            <BestHours times={times} />
            {WEEKS.map((name) => (
              <Section
                key={name}
                title={texts[name]}
                actions={name === 'preferred' && <ExportWeek times={times} />}
              >
                <HeatMap
                  title={texts[name]}
                  weekdays={texts.weekdays}
                  columns={{ weekday: texts.weekday, least: '0' }}
                  hours={times.hours[name]}
                />
                <p className="quiet">
                  {name === 'preferred' ? texts.asNamed : texts.inZone(times.time_zone)}
                </p>
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ExportWeek({ times: { from, to, hours } }: { times: Times }) {
  const rows = texts.weekdays.flatMap((weekday, day) =>
    Array.from({ length: 24 }, (_, hour) => [
      weekday,
      hour,
      ...WEEKS.map((name) => hours[name][day]?.[hour]),
    ]),
  );
  const save = () => download(`times-${from}-${to}.csv`, toCsv(['weekday', 'hour', ...WEEKS], rows));
  return (
    <Button look="quiet" icon="download" onClick={save}>
      {texts.exportWeek}
    </Button>
  );
}
