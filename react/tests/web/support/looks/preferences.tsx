/** The notification settings, each section in its states. */
import type { ReactNode } from 'react';
import type { DeviceListModel } from '../../../../src/headless/people/preferences/useDeviceList.ts';
import type { ChannelTable } from '../../../../src/headless/people/preferences/useNotificationChannels.ts';
import type { PushHereModel } from '../../../../src/headless/people/preferences/usePushHere.ts';
import type {
  QuietHoursModel,
  QuietHoursQuestion,
} from '../../../../src/headless/people/preferences/useQuietHours.ts';
import type { PrivacyPart } from '../../../../src/headless/people/privacy/useCallbackPrivacy.ts';
import { ChannelsView } from '../../../../src/web/people/preferences/ChannelsView.tsx';
import { DevicesView } from '../../../../src/web/people/preferences/DevicesView.tsx';
import { PushHereView } from '../../../../src/web/people/preferences/PushHereView.tsx';
import { QuietHoursView } from '../../../../src/web/people/preferences/QuietHoursView.tsx';
import { SelectView } from '../../../../src/web/people/preferences/SelectView.tsx';
import { PrivacyPartView } from '../../../../src/web/people/privacy/CallbackPrivacy.tsx';
import { Root } from '../../../../src/web/platform/Root.tsx';
import { ListStyles } from '../../../../src/web/styles/ListStyles.tsx';
import { PanelStyles } from '../../../../src/web/styles/PanelStyles.tsx';
import { PreferencesStyles } from '../../../../src/web/styles/PreferencesStyles.tsx';

const nothing = () => {};
const action = (label: string, isBusy = false) => ({ label, run: nothing, isBusy });

const settings = (section: ReactNode) => (
  <Root>
    <PanelStyles />
    <ListStyles />
    <PreferencesStyles />
    {section}
  </Root>
);

const CHANNELS = [
  { channel: 'email', label: 'Email' },
  { channel: 'push', label: 'Push' },
  { channel: 'sms', label: 'SMS' },
] as const;

const TABLE: ChannelTable = {
  title: 'Send me',
  channels: [...CHANNELS],
  rows: ['New callback request', 'Reminder: a buyer is waiting for your call'].map((label, index) => ({
    ...{ type: `type-${index}`, label },
    ticks: CHANNELS.map((channel) => ({ ...channel, isChosen: index === 0, toggle: nothing })),
  })),
  note: 'We text urgent requests only, to +44 20 7946 0018 (from your profile).',
  problem: undefined,
};

const PUSH: PushHereModel = {
  title: 'Push in this browser',
  text: 'Off. You won’t get notifications while this site is closed.',
  hint: 'Push goes through your browser maker’s service (Google, Mozilla, Apple or Microsoft).',
  toggle: action('Turn on'),
  problem: undefined,
};

const DEVICES: DeviceListModel = {
  title: 'Your devices',
  state: { kind: 'items', more: undefined, notice: undefined },
  devices: ['Firefox', 'Phone'].map((name) => ({
    ...{ id: name, name, since: 'Since yesterday at 14:05' },
    ...{ remove: action('Remove'), removeLabel: `Remove ${name}` },
  })),
};

const question = (name: QuietHoursQuestion['name'], label: string, value: string): QuietHoursQuestion => ({
  ...{ name, label, value, set: nothing, error: undefined, options: [{ value, label: value }] },
});

const FIELDS: NonNullable<QuietHoursModel['fields']> = {
  from: question('from', 'From', '22:00'),
  until: question('until', 'Until', '07:00'),
  zone: question('zone', 'Time zone', 'Europe/London'),
  urgent: { label: 'Let urgent requests through', value: true, set: nothing },
};

const quietHours = (changes: Partial<QuietHoursModel> = {}) => (
  <QuietHoursView
    model={{
      title: 'Quiet hours',
      hint: 'We hold messages until quiet hours end and skip what you’ve already read.',
      enabled: { label: 'Turn on quiet hours', value: true, set: nothing },
      fields: FIELDS,
      searchZone: 'Search time zones',
      ...{ error: undefined, focus: undefined, notice: undefined },
      save: action('Save'),
      ...changes,
    }}
  />
);

const LANGUAGE = {
  ...{ title: 'Message language', value: '', set: nothing, problem: undefined },
  options: [{ value: '', label: 'Same as my profile' }],
};

const ERASURE: PrivacyPart = {
  section: 'erasure',
  title: 'Erase your callback data',
  hint: 'Erases your requests, messages and settings for good.',
  actions: [action('Erase my callback data')],
  ...{ question: undefined, notice: undefined, problem: undefined },
};
const erasure = (changes: Partial<PrivacyPart> = {}) =>
  settings(<PrivacyPartView part={{ ...ERASURE, ...changes }} />);

export const PREFERENCES_LOOKS: Record<string, ReactNode> = {
  channels: settings(<ChannelsView model={TABLE} />),
  'channels-problem': settings(
    <ChannelsView model={{ ...TABLE, problem: 'No connection. Check your network and try again.' }} />,
  ),
  push: settings(<PushHereView model={PUSH} />),
  'push-problem': settings(
    <PushHereView
      model={{
        ...PUSH,
        toggle: action('Turn on', true),
        problem: 'We couldn’t turn on push. Reload the page.',
      }}
    />,
  ),
  devices: settings(<DevicesView model={DEVICES} />),
  'quiet-hours': settings(quietHours()),
  'quiet-hours-off': settings(
    quietHours({ fields: undefined, notice: { tone: 'success', message: 'Saved' } }),
  ),
  'quiet-hours-errors': settings(
    quietHours({
      fields: {
        ...FIELDS,
        until: { ...FIELDS.until, error: 'Enter an end time that differs from the start.' },
      },
    }),
  ),
  'message-language': settings(<SelectView model={LANGUAGE} />),
  erasure: erasure(),
  'erasure-question': erasure({
    actions: [],
    question: {
      text: 'Erase everything for good? This can’t be undone.',
      confirm: action('Erase for good'),
      cancel: action('Cancel'),
    },
  }),
  'erasure-done': erasure({ notice: { tone: 'success', message: 'Done. Your data is erased.' } }),
  'erasure-problem': erasure({ problem: 'We have to keep your data for now. Contact support.' }),
};
