/** The notification settings as a whole: whether they are loaded, and which sections they have. */
import type { Preferences } from '@ringback/client';
import { type ListState, useListState } from '../../ui/listState.ts';
import { useCallbackPreferences } from '../useCallbackPreferences.ts';
import type { CallbackPreferencesProps, PreferencesSection } from './props.ts';

export interface PreferencesPanel {
  /** `items` once the settings have come. */
  state: ListState;
  preferences: Preferences | null;
  sections: readonly PreferencesSection[];
}

const ALL: readonly PreferencesSection[] = [
  'channels',
  'push',
  'devices',
  'quietHours',
  'language',
  'requestsFrom',
];

export function usePreferencesPanel(options: CallbackPreferencesProps = {}): PreferencesPanel {
  const { pushWorker, sections = ALL } = options;
  const { preferences, loading, error, refresh } = useCallbackPreferences();
  const count = preferences ? 1 : 0;
  const state = useListState({ loading, error, count, hasMore: false, refresh, loadMore: refresh }, '');
  const hasPush = preferences?.channels.includes('push') ?? false;
  const isShown = (section: PreferencesSection) =>
    section === 'push' ? hasPush && pushWorker !== undefined : section !== 'devices' || hasPush;
  return { state, preferences, sections: sections.filter(isShown) };
}
