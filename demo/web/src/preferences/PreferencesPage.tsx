/** The notification settings: channels, devices, quiet hours and language. */
import { type CallbackPreferences, useCallbackPreferences } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { Page } from '../ui/Page.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { Devices } from './Devices.tsx';
import { MessageLanguage } from './MessageLanguage.tsx';
import { PushHere } from './PushHere.tsx';
import { QuietHours } from './QuietHours.tsx';
import { useChange } from './useChange.ts';
import { WhatIsSent } from './WhatIsSent.tsx';

export default function PreferencesPage() {
  const { preferences: words } = useWords();
  const own = useCallbackPreferences();
  const { preferences, error, refresh } = own;
  const errorText = useErrorText();
  return (
    <Page title={words.title} lead={words.lead} className="page-narrow preferences">
      {!preferences && error && <Failed message={errorText(error)} retry={refresh} />}
      {!preferences && !error && <Loading />}
      {preferences && <Sections own={own} preferences={preferences} />}
    </Page>
  );
}

interface SectionsProps {
  own: CallbackPreferences;
  preferences: NonNullable<CallbackPreferences['preferences']>;
}

function Sections({ own, preferences }: SectionsProps) {
  const change = useChange(own);
  const hasPush = preferences.channels.includes('push');
  return (
    <>
      <WhatIsSent preferences={preferences} change={change} />
      {hasPush && <PushHere />}
      {hasPush && <Devices />}
      <QuietHours preferences={preferences} update={own.updatePreferences} />
      <MessageLanguage preferences={preferences} change={change} />
    </>
  );
}
