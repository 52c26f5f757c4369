/** One delivery: what happened to it, why, what to do, the text that left, and another attempt. */
import type { OperatorDeliveryDetail } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { DeliveryBadge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { Drawer } from '../ui/Dialog.tsx';
import { Loaded } from '../ui/states.tsx';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import { ResendDialog } from './ResendDialog.tsx';
import { RetryDialog } from './RetryDialog.tsx';
import { texts } from './texts.ts';
import { badgeState, channelName, reasonOf, recipientOf, subjectOf } from './words.ts';
import './deliveries.css';

const { detail: words } = texts;

export function DeliveryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const isActing = useCan('support');
  const query = useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: ({ signal }) => client.getOperatorDelivery(id, { signal }),
  });
  const { data } = query;
  return (
    <Drawer
      title={data ? subjectOf(data) : words.title}
      onClose={onClose}
      footer={data && isActing && <Acts delivery={data} />}
    >
      <Loaded query={query}>{(delivery) => <Content delivery={delivery} />}</Loaded>
    </Drawer>
  );
}

function Content({ delivery }: { delivery: OperatorDeliveryDetail }) {
  const reason = reasonOf(delivery);
  const isTrouble = delivery.state === 'failed' || delivery.state === 'parked';
  return (
    <>
      {reason && (
        <Banner tone={isTrouble ? 'danger' : 'neutral'} title={reason.text}>
          {reason.cure}
        </Banner>
      )}
      <DetailList details={detailsOf(delivery)} />
      <h3>{words.text}</h3>
      <Text delivery={delivery} />
    </>
  );
}

function Text({ delivery: { text } }: { delivery: OperatorDeliveryDetail }) {
  if (!text) return <p className="quiet">{words.noText}</p>;
  return (
    <>
      <p className="quiet">
        {words.masked} {text.is_shortened && words.shortened}
      </p>
      {text.subject && <strong>{text.subject}</strong>}
      <p className="sent-text">{text.body}</p>
    </>
  );
}

function detailsOf(delivery: OperatorDeliveryDetail) {
  const { callback_request_id: request, recipient_id: person } = delivery;
  const time = (at: string | null) => at && <Time at={at} isFocusable />;
  return [
    { label: texts.state, value: <DeliveryBadge state={badgeState(delivery)} /> },
    { label: texts.channel, value: channelName(delivery.channel) },
    {
      label: texts.list.recipient,
      value: person ? (
        <TargetLink to="/people/$id" params={{ id: person }}>
          {recipientOf(delivery)}
        </TargetLink>
      ) : (
        recipientOf(delivery)
      ),
    },
    { label: words.provider, value: delivery.provider },
    {
      label: words.request,
      value: request && (
        <TargetLink to="/requests/$id" params={{ id: request }}>
          {words.openRequest}
        </TargetLink>
      ),
    },
    { label: words.attempts, value: delivery.attempts },
    { label: words.resends, value: delivery.resends || null },
    { label: words.created, value: time(delivery.created_at) },
    { label: words.first, value: time(delivery.first_attempt_at) },
    { label: words.next, value: time(delivery.next_attempt_at) },
    { label: words.sent, value: time(delivery.sent_at) },
    { label: words.arrived, value: time(delivery.delivered_at) },
    { label: words.code, value: delivery.reason && <code>{delivery.reason}</code> },
    {
      label: words.providerId,
      value: delivery.provider_id && <Copy text={delivery.provider_id} what={words.providerId} />,
    },
    { label: words.id, value: <Copy text={delivery.id} what={words.id} /> },
  ];
}

function Acts({ delivery }: { delivery: OperatorDeliveryDetail }) {
  const [asked, setAsked] = useState<'retry' | 'resend'>();
  const close = () => setAsked(undefined);
  const { is_retryable, notification_id, state } = delivery;
  return (
    <>
      {is_retryable && (
        <Button look="primary" icon="retry" onClick={() => setAsked('retry')}>
          {words.retry}
        </Button>
      )}
      {notification_id && !is_retryable && state !== 'sending' && (
        <Button icon="retry" onClick={() => setAsked('resend')}>
          {words.resend}
        </Button>
      )}
      {asked === 'retry' && <RetryDialog which={{ ids: [delivery.id] }} onClose={close} />}
      {asked === 'resend' && <ResendDialog delivery={delivery} onClose={close} />}
    </>
  );
}
