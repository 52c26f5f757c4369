/** The devices that push reaches, and the way to take one away. */
import type { RegisteredDevice } from '@ringback/client';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { type PreferencesWords, preferencesWords } from '../../messages/en/preferences.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { type ListState, useListState } from '../../ui/listState.ts';
import type { Action } from '../../ui/parts.ts';
import { useCallbackDevices } from '../useCallbackDevices.ts';

export interface DeviceItem {
  id: string;
  name: string;
  since: string;
  remove: Action;
  /** "Remove Firefox": which one, for screen readers. */
  removeLabel: string;
}

export interface DeviceListModel {
  title: string;
  state: ListState;
  devices: DeviceItem[];
}

/** The push services of the browsers, by the end of their hosts' names. */
const MAKERS: [string, string][] = [
  ['googleapis.com', 'Chrome'],
  ['mozilla.com', 'Firefox'],
  ['apple.com', 'Safari'],
  ['windows.com', 'Edge'],
];

export function useDeviceList(): DeviceListModel {
  const { devices: words } = useWords(preferencesWords);
  const list = useCallbackDevices();
  const { devices, refresh, retireDevice } = list;
  const { when } = useFormat();
  const now = useNow();
  const [removing, setRemoving] = useState<string>();
  const remove = (token: string) => {
    setRemoving(token);
    void retireDevice(token)
      .catch(() => {}) // the list has the error
      .finally(() => setRemoving(undefined));
  };
  const count = devices.length;
  return {
    title: words.title,
    state: useListState({ ...list, count, hasMore: false, loadMore: refresh }, words.none),
    devices: devices.map(({ kind, token, registered_at }) => {
      const name = nameOf(kind, token, words);
      return {
        ...{ id: token, name, since: words.since(when(registered_at, now)) },
        remove: { label: words.remove, run: () => remove(token), isBusy: removing === token },
        removeLabel: words.removeOf(name),
      };
    }),
  };
}

type Device = Pick<RegisteredDevice, 'kind' | 'token'>;

function nameOf(kind: Device['kind'], token: string, words: PreferencesWords['devices']): string {
  if (kind === 'expo') return words.phone;
  return kind === 'web' ? (makerOf(token) ?? words.browser) : words.other;
}

/** Also where there is no URL, as with React Native's own. */
const makerOf = (endpoint: string): string | undefined => {
  const host = /^https?:\/\/([^/:]+)/.exec(endpoint)?.[1] ?? '';
  return MAKERS.find(([ending]) => host.endsWith(ending))?.[1];
};
