/** The devices that push reaches, and the way to take one away. */
import type { CallbackError, RegisteredDevice } from '@ringback/client';
import { useCallbackDevices, useFormat } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import type { Words } from '../text/en.ts';
import { useErrorText } from '../ui/errorText.ts';
import { useNotices } from '../ui/Notices.tsx';
import { Failed, Loading } from '../ui/states.tsx';

/** The push services of the browsers, by the end of their hosts' names. */
const MAKERS: [string, string][] = [
  ['googleapis.com', 'Chrome'],
  ['mozilla.com', 'Firefox'],
  ['apple.com', 'Safari'],
  ['windows.com', 'Edge'],
];

export function Devices() {
  const words = useWords().preferences.devices;
  const { devices, loading, error, refresh, retireDevice } = useCallbackDevices();
  const errorText = useErrorText();
  const notify = useNotices();
  const remove = (token: string) =>
    retireDevice(token).catch((problem: CallbackError) =>
      notify({ tone: 'error', message: errorText(problem) }),
    );
  return (
    <section className="panel-box" aria-labelledby="devices">
      <h2 id="devices">{words.title}</h2>
      {loading && <Loading />}
      {error && devices.length === 0 && <Failed message={errorText(error)} retry={refresh} />}
      {!loading && !error && devices.length === 0 && <p className="quiet">{words.none}</p>}
      {devices.length > 0 && (
        <ul className="devices">
          {devices.map((device) => (
            <Device key={device.token} device={device} remove={remove} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface DeviceProps {
  device: RegisteredDevice;
  remove: (token: string) => void;
}

function Device({ device: { kind, token, registered_at }, remove }: DeviceProps) {
  const words = useWords().preferences.devices;
  const { when } = useFormat();
  const name = nameOf(kind, token, words);
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>{words.since(when(registered_at, new Date()))}</small>
      </span>
      <button
        type="button"
        className="button"
        aria-label={words.removeOf(name)}
        onClick={() => remove(token)}
      >
        {words.remove}
      </button>
    </li>
  );
}

function nameOf(kind: string, token: string, words: Words['preferences']['devices']): string {
  if (kind === 'expo') return words.phone;
  return kind === 'web' ? (makerOf(token) ?? words.browser) : words.other;
}

function makerOf(endpoint: string): string | undefined {
  const { hostname } = new URL(endpoint);
  return MAKERS.find(([ending]) => hostname.endsWith(ending))?.[1];
}
