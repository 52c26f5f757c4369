'use client';
import type { Preferences } from '@ringback/client';
import type {
  CallbackPreferencesProps,
  PreferencesSection,
} from '../../../headless/people/preferences/props.ts';
import { useDeviceList } from '../../../headless/people/preferences/useDeviceList.ts';
import { useMessageLanguage } from '../../../headless/people/preferences/useMessageLanguage.ts';
import { useNotificationChannels } from '../../../headless/people/preferences/useNotificationChannels.ts';
import { usePreferencesPanel } from '../../../headless/people/preferences/usePreferencesPanel.ts';
import { usePushHere } from '../../../headless/people/preferences/usePushHere.ts';
import { useQuietHours } from '../../../headless/people/preferences/useQuietHours.ts';
import { useRequestsFrom } from '../../../headless/people/preferences/useRequestsFrom.ts';
import type { PushWorker } from '../../../headless/people/pushBrowser.ts';
import { Root } from '../../platform/Root.tsx';
import { ListStyles } from '../../styles/ListStyles.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { PreferencesStyles } from '../../styles/PreferencesStyles.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { ChannelsView } from './ChannelsView.tsx';
import { DevicesView } from './DevicesView.tsx';
import { PushHereView } from './PushHereView.tsx';
import { QuietHoursView } from './QuietHoursView.tsx';
import { SelectView } from './SelectView.tsx';

/** What is sent to the signed-in person, by which channel, when and in which language. */
export function CallbackPreferences(props: CallbackPreferencesProps) {
  const { state, preferences, sections } = usePreferencesPanel(props);
  return (
    <Root>
      <PanelStyles />
      <ListStyles />
      <PreferencesStyles />
      <ListFrame state={state}>
        {preferences &&
          sections.map((section) => (
            <Section key={section} section={section} preferences={preferences} worker={props.pushWorker} />
          ))}
      </ListFrame>
    </Root>
  );
}

interface SectionProps {
  section: PreferencesSection;
  preferences: Preferences;
  worker: PushWorker | undefined;
}

function Section({ section, preferences, worker }: SectionProps) {
  switch (section) {
    case 'channels':
      return <Channels preferences={preferences} />;
    case 'push':
      return worker && <PushHere worker={worker} />;
    case 'devices':
      return <Devices />;
    case 'quietHours':
      return <QuietHours preferences={preferences} />;
    case 'language':
      return <MessageLanguage preferences={preferences} />;
    case 'requestsFrom':
      return <RequestsFrom preferences={preferences} />;
  }
}

type Given = Pick<SectionProps, 'preferences'>;
const Channels = ({ preferences }: Given) => <ChannelsView model={useNotificationChannels(preferences)} />;
const PushHere = ({ worker }: { worker: PushWorker }) => <PushHereView model={usePushHere(worker)} />;
const Devices = () => <DevicesView model={useDeviceList()} />;
const QuietHours = ({ preferences }: Given) => <QuietHoursView model={useQuietHours(preferences)} />;
const MessageLanguage = ({ preferences }: Given) => <SelectView model={useMessageLanguage(preferences)} />;
const RequestsFrom = ({ preferences }: Given) => <SelectView model={useRequestsFrom(preferences)} />;
