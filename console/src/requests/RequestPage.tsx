/** One request: the answer to "did anyone call?", what happened, what each side sees, what was sent, and what can be done. */
import type { OperatorRequestDetail } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { DeliveryDrawer } from '../deliveries/DeliveryDrawer.tsx';
import { StatusBadge } from '../ui/Badge.tsx';
import { Json } from '../ui/Json.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Timeline } from '../ui/Timeline.tsx';
import { About } from './About.tsx';
import { Acts } from './Acts.tsx';
import { AddNote } from './AddNote.tsx';
import { answerOf } from './answer.ts';
import { answerTexts } from './answerTexts.ts';
import { timelineOf } from './history.tsx';
import { Notifications } from './Notifications.tsx';
import { listingOf } from './names.ts';
import { Sides } from './Sides.tsx';
import { texts } from './texts.ts';
import './requests.css';

const BACK = { to: '/requests', label: texts.detail.back };

export function RequestPage() {
  const client = useClient();
  const { id } = useParams({ strict: false }) as { id: string };
  const { values, change } = useFilters();
  const query = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => client.getOperatorRequest(id, { signal }),
    refetchInterval: POLL_MS,
  });
  const { data } = query;
  return (
    <Page
      title={data ? listingOf(data) : texts.detail.about}
      mark={data && <StatusBadge status={data.status} />}
      lead={texts.detail.masked}
      back={BACK}
      actions={data && <Acts detail={data} />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(detail) => <Content detail={detail} open={(delivery) => change({ delivery })} />}
      </Loaded>
      {values.delivery && (
        <DeliveryDrawer id={values.delivery} onClose={() => change({ delivery: undefined })} />
      )}
    </Page>
  );
}

interface ContentProps {
  detail: OperatorRequestDetail;
  open: (deliveryId: string) => void;
}

function Content({ detail, open }: ContentProps) {
  return (
    <div className="main-and-side">
      <div>
        <Section title={answerTexts.title}>
          <div className="answer">
            {answerOf(detail).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </Section>
        <Section title={texts.sides.title}>
          <Sides buyer={detail.buyer_sees} seller={detail.seller_sees} />
        </Section>
        <Section title={texts.sent.title}>
          <Notifications notifications={detail.notifications} open={open} />
        </Section>
        <Section title={texts.history.title}>
          <Timeline entries={timelineOf(detail)} />
        </Section>
      </div>
      <div>
        <Section title={texts.detail.about}>
          <About detail={detail} />
        </Section>
        <Section title={texts.notes.title}>
          {detail.notes.length === 0 && <p className="quiet">{texts.notes.none}</p>}
          {detail.notes.map(({ id, note, operator }) => (
            <p key={id} className="written">
              {note} <span className="quiet">({operator.name ?? operator.id})</span>
            </p>
          ))}
          <AddNote id={detail.id} />
        </Section>
        <Json label={texts.detail.raw} data={detail} />
      </div>
    </div>
  );
}
