/** The notifications, newest first. */
import { CallbackNotificationList, useMessages } from '@ringback/react';
import { Page } from '../ui/Page.tsx';

export default function NotificationsPage() {
  const { notificationList: words } = useMessages();
  return (
    <Page title={words.title} className="page-narrow">
      <CallbackNotificationList />
    </Page>
  );
}
