/** Which notifications are sent by which channel: a row of boxes for each. */
import type { Preferences } from '@ringback/client';
import { useNotificationChannels } from '../../../headless/people/preferences/useNotificationChannels.ts';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { Text } from '../../ui/Text.tsx';
import { Section } from './Section.tsx';

export function Channels({ preferences }: { preferences: Preferences }) {
  const { title, rows, note, problem } = useNotificationChannels(preferences);
  return (
    <Section title={title} problem={problem}>
      {rows.map(({ type, label, ticks }) => (
        <ChipGroup
          key={type}
          role="checkbox"
          label={label}
          options={ticks.map((tick) => ({ value: tick.channel, label: tick.label }))}
          chosen={ticks.filter(({ isChosen }) => isChosen).map(({ channel }) => channel)}
          onPress={(pressed) => ticks.find(({ channel }) => channel === pressed)?.toggle()}
        />
      ))}
      {note !== undefined && (
        <Text kind="note" accessible>
          {note}
        </Text>
      )}
    </Section>
  );
}
