/** The notifications, newest first. */
import type { Notification } from '@ringback/client';
import { notificationText, useCallbackNotifications, useFormat, useMessages } from '@ringback/react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Failed, Loading, More } from '../ui/states.tsx';

export default function NotificationsPage() {
  const { notifications: words, preferences } = useWords();
  const list = useCallbackNotifications();
  const { notifications, markAllRead } = list;
  const hasUnread = notifications.some(({ read_at }) => read_at === null);
  return (
    <Page
      title={words.title}
      className="page-narrow"
      actions={
        <div className="page-actions">
          {hasUnread && (
            <button type="button" className="button" onClick={markAllRead}>
              {words.readAll}
            </button>
          )}
          <Link href="/preferences" className="button">
            <Icon name="settings" /> {preferences.title}
          </Link>
        </div>
      }
    >
      <List list={list} />
    </Page>
  );
}

function List({ list }: { list: ReturnType<typeof useCallbackNotifications> }) {
  const { notifications: words } = useWords();
  const { notifications, loading, error, hasMore, refresh, loadMore, markRead } = list;
  const errorText = useErrorText();
  if (loading) return <Loading />;
  if (error && notifications.length === 0) return <Failed message={errorText(error)} retry={refresh} />;
  if (notifications.length === 0) return <Empty icon="bell">{words.none}</Empty>;
  return (
    <>
      <ul className="notifications">
        {notifications.map((notification) => (
          <li key={notification.id}>
            <NotificationLink notification={notification} markRead={markRead} />
          </li>
        ))}
      </ul>
      {hasMore && <More load={loadMore} />}
    </>
  );
}

interface NotificationLinkProps {
  notification: Notification;
  markRead: (id: string) => Promise<void>;
}

function NotificationLink({ notification, markRead }: NotificationLinkProps) {
  const { notifications: words } = useWords();
  const { when, timeZone } = useFormat();
  const { title, message } = notificationText(useMessages(), notification, timeZone);
  const { id, callback_request_id, created_at, read_at } = notification;
  return (
    <Link
      href={`/requests/${callback_request_id}`}
      className={read_at === null ? 'notification is-unread' : 'notification'}
      onClick={() => read_at === null && markRead(id)}
    >
      <span className="notification-text" dir="auto">
        <strong>{title}</strong>
        <span>{message}</span>
      </span>
      <span className="notification-end">
        {read_at === null && <span className="badge">{words.isNew}</span>}
        <time dateTime={created_at}>{when(created_at, new Date())}</time>
      </span>
    </Link>
  );
}
