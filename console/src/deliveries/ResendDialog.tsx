/** Asks before a notification is sent again by the same channel; of one that was sent, it says that it can come twice. */
import type { DeliveryChannel, OperatorDelivery } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { useNotify } from '../ui/Notices.tsx';
import { texts } from './texts.ts';

interface ResendDialogProps {
  delivery: OperatorDelivery;
  onClose: () => void;
}

const { resend: words } = texts;

export function ResendDialog({ delivery, onClose }: ResendDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotify();
  const isTwice = delivery.sent_at !== null || delivery.may_have_arrived;
  const run = async () => {
    await client.resendNotification(delivery.notification_id ?? '', {
      channel: delivery.channel as DeliveryChannel,
      even_if_sent: isTwice,
    });
    notify({ tone: 'success', message: words.done });
    await queries.invalidateQueries({ queryKey: ['deliveries'] });
  };
  return (
    <Confirm title={words.title} act={words.act} isDanger={isTwice} run={run} onClose={onClose}>
      {isTwice && <p>{words.sent}</p>}
      <p>{words.body}</p>
    </Confirm>
  );
}
