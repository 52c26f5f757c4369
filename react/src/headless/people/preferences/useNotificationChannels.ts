/** Which notifications are sent by which channel. */
import { NOTIFICATION_TYPES, type Preferences } from '@ringback/client';
import { preferencesWords } from '../../messages/en/preferences.ts';
import { useWords } from '../../messages/useWords.ts';
import { notificationName } from '../../notifications/notificationText.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useChange } from './useChange.ts';

const CHANNELS = ['email', 'push', 'sms'] as const;
type Channel = (typeof CHANNELS)[number];

export interface ChannelRow {
  type: string;
  label: string;
  ticks: { channel: Channel; label: string; isChosen: boolean; toggle: () => void }[];
}

export interface ChannelTable {
  title: string;
  /** Those that the marketplace has. */
  channels: { channel: Channel; label: string }[];
  rows: ChannelRow[];
  /** Where there is no channel, or what SMS are sent about. */
  note: string | undefined;
  problem: string | undefined;
}

export function useNotificationChannels(preferences: Preferences): ChannelTable {
  const words = useWords(preferencesWords);
  const { phone } = useCallbackContext().profile;
  const { change, problem } = useChange();
  const channels = CHANNELS.filter((channel) => preferences.channels.includes(channel)).map((channel) => ({
    channel,
    label: words.preferences.channels[channel],
  }));
  const rowOf = (type: (typeof NOTIFICATION_TYPES)[number]): ChannelRow => ({
    type,
    label: notificationName(words, type),
    ticks: channels.map(({ channel, label }) => {
      const others = preferences[channel].filter((candidate) => candidate !== type);
      const isChosen = others.length < preferences[channel].length;
      const toggle = () => change({ [channel]: isChosen ? others : [...others, type] });
      return { channel, label, isChosen, toggle };
    }),
  });
  return {
    ...{ title: words.preferences.what, channels, problem },
    rows: channels.length > 0 ? NOTIFICATION_TYPES.map(rowOf) : [],
    note: noteOf(preferences.channels, phone, words.preferences),
  };
}

/** The number is named where the app has given the person's profile. */
function noteOf(
  channels: readonly string[],
  phone: string | null | undefined,
  words: (typeof preferencesWords)['preferences'],
): string | undefined {
  if (channels.length === 0) return words.noChannels;
  if (!channels.includes('sms')) return undefined;
  if (phone) return words.sms(phone);
  return phone === undefined ? words.smsUrgentOnly : words.smsNoPhone;
}
