'use client';
import { useId } from 'react';
import type {
  ChannelRow,
  ChannelTable,
} from '../../../headless/people/preferences/useNotificationChannels.ts';
import { Section } from './Section.tsx';

/** A table of notifications and the channels of each. */
export function ChannelsView({ model }: { model: ChannelTable }) {
  const { title, channels, rows, note, problem } = model;
  const id = useId();
  return (
    <Section title={title} problem={problem}>
      {rows.length > 0 && (
        <table className="cb-channels" aria-label={title}>
          <thead>
            <tr>
              <td />
              {channels.map(({ channel, label }) => (
                <th key={channel} id={`${id}-${channel}`} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.type} row={row} id={id} />
            ))}
          </tbody>
        </table>
      )}
      {note && <p className="cb-muted">{note}</p>}
    </Section>
  );
}

/** Each box is named by its row and its column. */
function Row({ row: { type, label, ticks }, id }: { row: ChannelRow; id: string }) {
  return (
    <tr>
      <th id={`${id}-${type}`} scope="row">
        {label}
      </th>
      {ticks.map(({ channel, isChosen, toggle }) => (
        <td key={channel}>
          <label className="cb-tick">
            <input
              type="checkbox"
              aria-labelledby={`${id}-${type} ${id}-${channel}`}
              checked={isChosen}
              onChange={toggle}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
