/** Notifications with what happened to each on its ways: in the app, by mail, SMS and push. */
import type { OperatorNotification } from '@ringback/client';
import { badgeState, channelName, reasonOf } from '../deliveries/words.ts';
import { Badge, DeliveryBadge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Time } from '../ui/Time.tsx';
import { texts } from './texts.ts';
import './requests.css';

const { sent: words } = texts;

interface NotificationsProps {
  notifications: OperatorNotification[];
  /** Shows a delivery, with what can be done about it. */
  open: (deliveryId: string) => void;
}

export function Notifications({ notifications, open }: NotificationsProps) {
  if (notifications.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul className="notification-list">
      {notifications.map((notification) => (
        <li key={notification.id} className="notification">
          <div className="timeline-head">
            <span>
              <strong>{notification.title}</strong> <span className="quiet">{words.to[notification.as]}</span>
            </span>
            <Time at={notification.created_at} isFocusable />
          </div>
          <p className="quiet">{notification.message}</p>
          <ul className="notification-ways">
            <li className="notification-way">
              {words.inApp}
              <Badge label={notification.read_at ? words.read : words.unread} />
              {notification.read_at && <Time at={notification.read_at} isFocusable />}
            </li>
            {notification.deliveries.map((delivery) => (
              <Way key={delivery.id} delivery={delivery} open={open} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface WayProps {
  delivery: OperatorNotification['deliveries'][number];
  open: (deliveryId: string) => void;
}

function Way({ delivery, open }: WayProps) {
  const reason = reasonOf(delivery);
  const channel = channelName(delivery.channel);
  return (
    <li className="notification-way">
      <Button look="quiet" onClick={() => open(delivery.id)}>
        {channel} <DeliveryBadge state={badgeState(delivery)} />
      </Button>
      {reason && <span className="quiet">{reason.text}</span>}
    </li>
  );
}
