/** The way to the notifications, with how many are unread. */
import { useUnreadCallbackNotificationCount } from '@ringback/react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

/** More has no room. What is read aloud is what is seen. */
const MOST = 99;

export function Bell() {
  const { nav, notifications } = useWords();
  const format = useMarketFormat();
  const { count } = useUnreadCallbackNotificationCount();
  const shown = count > MOST ? `${format.number(MOST)}+` : format.number(count);
  const label = count > 0 ? `${nav.notifications}: ${notifications.unread(shown)}` : nav.notifications;
  return (
    <Link href="/notifications" className="icon-button bell" aria-label={label}>
      <Icon name="bell" />
      {count > 0 && <span className="count">{shown}</span>}
    </Link>
  );
}
