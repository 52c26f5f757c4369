/** One person: both sides of their requests, what stops them, what reaches them. */
import type { OperatorPersonDetail, OperatorRequest } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useClient } from '../app/client.tsx';
import { DeliveryDrawer } from '../deliveries/DeliveryDrawer.tsx';
import { PersonRights } from '../privacy/PersonRights.tsx';
import { COLUMNS } from '../requests/columns.tsx';
import { Notifications } from '../requests/Notifications.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Figure, Figures } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { Page, Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty, Loaded, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { Account } from './PeoplePage.tsx';
import { About, Blocks, Devices, Limits, Settings } from './PersonParts.tsx';
import { texts } from './texts.ts';

const { detail: words } = texts;
const BACK = { to: '/people', label: words.back };
const SENT = columnsWithout('buyer');
const RECEIVED = columnsWithout('seller');

/** The other side's name, and what fits beside it. */
function columnsWithout(side: 'buyer' | 'seller') {
  const left = [side, 'phone', 'deliveries', 'expires'];
  return COLUMNS.filter(({ id }) => !left.includes(id));
}

export function PersonPage() {
  const client = useClient();
  const { id } = useParams({ strict: false }) as { id: string };
  const { values, change } = useFilters();
  const query = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => client.getOperatorPerson(id, { signal }),
  });
  const { data } = query;
  return (
    <Page
      title={data ? (data.name ?? texts.unknown) : words.person}
      mark={data && <Account person={data} />}
      back={BACK}
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(person) => <Content person={person} open={(delivery) => change({ delivery })} />}
      </Loaded>
      {values.delivery && (
        <DeliveryDrawer id={values.delivery} onClose={() => change({ delivery: undefined })} />
      )}
    </Page>
  );
}

interface ContentProps {
  person: OperatorPersonDetail;
  open: (deliveryId: string) => void;
}

function Content({ person, open }: ContentProps) {
  return (
    <div className="main-and-side">
      <div>
        <Requests person={person} />
        <Section title={texts.sent.title}>
          <Notifications notifications={person.notifications} open={open} />
        </Section>
      </div>
      <div>
        <Section title={words.about}>
          <About person={person} />
        </Section>
        <PersonRights id={person.id} name={person.name} />
        <Section title={texts.limits.title}>
          <Limits limits={person.limits} />
        </Section>
        <Section title={texts.settings.title}>
          <Settings preferences={person.preferences} />
        </Section>
        <Section title={texts.devices.title}>
          <Devices devices={person.devices} />
        </Section>
        <Section title={texts.blocks.title}>
          <Blocks blocks={person.blocks} />
        </Section>
      </div>
    </div>
  );
}

/** Those that the person sent, or those that they received. */
function Requests({ person }: { person: OperatorPersonDetail }) {
  const { values } = useFilters();
  const side = values.tab === 'received' ? person.received : person.sent;
  const refetch = () => undefined;
  return (
    <Section
      title={words.requests}
      actions={
        <ButtonLink to="/requests" search={{ search: person.id }} look="quiet">
          {words.more}
        </ButtonLink>
      }
    >
      <Tabs
        label={words.requests}
        tabs={[
          { id: 'sent', label: words.sent, count: format.number(person.sent.total) },
          { id: 'received', label: words.received, count: format.number(person.received.total) },
        ]}
      />
      <Figures>
        {(['pending', 'acknowledged', 'completed'] as const).map((status) => (
          <Figure key={status} label={words.counts[status]} value={format.number(side[status])} />
        ))}
      </Figures>
      <Table<OperatorRequest>
        id="person-requests"
        label={words.requests}
        columns={side === person.received ? RECEIVED : SENT}
        pages={wholeList({ data: side.recent, error: null, refetch })}
        rowId={({ id }) => id}
        open={({ id }) => ({ to: '/requests/$id', params: { id } })}
        empty={<Empty title={words.noRequests} />}
      />
    </Section>
  );
}
