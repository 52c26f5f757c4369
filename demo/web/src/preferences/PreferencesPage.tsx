/** The notification settings, and what people may do with their data. */
import { CallbackPreferences, CallbackPrivacy, useMessages } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { Page } from '../ui/Page.tsx';
import { PUSH_WORKER } from './push.ts';

export default function PreferencesPage() {
  const { preferences: words } = useWords();
  const { settings } = useMessages().notificationList;
  return (
    <Page title={settings} lead={words.lead} className="page-narrow">
      <CallbackPreferences pushWorker={PUSH_WORKER} />
      <p className="quiet">
        {words.demo} <a href="/demo/mail">{words.mailbox}</a>
      </p>
      <CallbackPrivacy />
    </Page>
  );
}
