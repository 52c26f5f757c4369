/** What is sent to the signed-in person, by which channel, when and in which language. */
import type { Preferences } from '@ringback/client';
import type {
  CallbackPreferencesProps,
  PreferencesSection,
} from '../../../headless/people/preferences/props.ts';
import type { SelectModel } from '../../../headless/people/preferences/selectModel.ts';
import { useMessageLanguage } from '../../../headless/people/preferences/useMessageLanguage.ts';
import { usePreferencesPanel } from '../../../headless/people/preferences/usePreferencesPanel.ts';
import { useRequestsFrom } from '../../../headless/people/preferences/useRequestsFrom.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { Select } from '../../ui/Select.tsx';
import { Column } from '../../ui/Stack.tsx';
import { Channels } from './Channels.tsx';
import { Devices } from './Devices.tsx';
import { QuietHours } from './QuietHours.tsx';
import { Section } from './Section.tsx';

/** Push to this browser has no meaning here: an app registers its Expo token. */
export function CallbackPreferences(props: CallbackPreferencesProps) {
  const { state, preferences, sections } = usePreferencesPanel(props);
  return (
    <ListFrame state={state}>
      <Column gap={6}>
        {preferences &&
          sections.map((section) => <Part key={section} section={section} preferences={preferences} />)}
      </Column>
    </ListFrame>
  );
}

interface PartProps {
  section: PreferencesSection;
  preferences: Preferences;
}

function Part({ section, preferences }: PartProps) {
  switch (section) {
    case 'channels':
      return <Channels preferences={preferences} />;
    case 'devices':
      return <Devices />;
    case 'quietHours':
      return <QuietHours preferences={preferences} />;
    case 'language':
      return <MessageLanguage preferences={preferences} />;
    case 'requestsFrom':
      return <RequestsFrom preferences={preferences} />;
    case 'push':
      return null;
  }
}

const MessageLanguage = ({ preferences }: { preferences: Preferences }) => (
  <Choice model={useMessageLanguage(preferences)} />
);
const RequestsFrom = ({ preferences }: { preferences: Preferences }) => (
  <Choice model={useRequestsFrom(preferences)} />
);

function Choice({ model: { title, value, options, set, problem } }: { model: SelectModel }) {
  return (
    <Section title={title} problem={problem}>
      <Select label={title} value={value} options={options} onChange={set} />
    </Section>
  );
}
