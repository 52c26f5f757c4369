/** A table of notification types and the channels of each. */
import { NOTIFICATION_TYPES, type Preferences } from '@ringback/client';
import { notificationName, useMessages } from '@ringback/react';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import type { Change } from './useChange.ts';

const CHANNELS = ['email', 'push', 'sms'] as const;
type ChannelName = (typeof CHANNELS)[number];
type Type = (typeof NOTIFICATION_TYPES)[number];

interface WhatIsSentProps {
  preferences: Preferences;
  change: Change;
}

export function WhatIsSent({ preferences, change }: WhatIsSentProps) {
  const { preferences: words } = useWords();
  const messages = useMessages();
  const channels = CHANNELS.filter((channel) => preferences.channels.includes(channel));
  return (
    <section className="panel-box" aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      {channels.length === 0 ? (
        <p className="quiet">{words.noChannels}</p>
      ) : (
        <div className="ticks-frame">
          <table className="ticks" aria-labelledby="what">
            <thead>
              <tr>
                <td />
                {channels.map((channel) => (
                  <th key={channel} id={`by-${channel}`} scope="col">
                    {words.channels[channel]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {NOTIFICATION_TYPES.map((type) => (
                <tr key={type}>
                  <th id={type} scope="row">
                    {notificationName(messages, type)}
                  </th>
                  {channels.map((channel) => (
                    <td key={channel}>
                      <Tick type={type} channel={channel} chosen={preferences[channel]} change={change} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {channels.includes('sms') && <SmsNote />}
      <p className="quiet">
        {words.demo} <a href="/demo/mail">{words.mailbox}</a>
      </p>
    </section>
  );
}

interface TickProps {
  type: Type;
  channel: ChannelName;
  chosen: readonly string[];
  change: Change;
}

function Tick({ type, channel, chosen, change }: TickProps) {
  const isChosen = chosen.includes(type);
  const others = chosen.filter((candidate) => candidate !== type);
  return (
    <label>
      <input
        type="checkbox"
        aria-labelledby={`${type} by-${channel}`}
        checked={isChosen}
        onChange={() => change({ [channel]: isChosen ? others : [...others, type] })}
      />
    </label>
  );
}

function SmsNote() {
  const { preferences: words } = useWords();
  const phone = useSession().signedIn?.account.phone;
  return <p className="quiet">{phone ? words.sms(phone) : words.smsNoPhone}</p>;
}
