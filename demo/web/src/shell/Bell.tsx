/** The way to the notifications, with how many are unread. */
import { useUnreadCallbackNotificationCount } from '@ringback/react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

export function Bell() {
  const { nav, notifications } = useWords();
  const format = useMarketFormat();
  const { count } = useUnreadCallbackNotificationCount();
  const label =
    count > 0 ? `${nav.notifications}: ${notifications.unread(format.number(count))}` : nav.notifications;
  return (
    <Link href="/notifications" className="icon-button bell" aria-label={label}>
      <Icon name="bell" />
      {count > 0 && <span className="count">{count > 99 ? '99+' : format.number(count)}</span>}
    </Link>
  );
}
