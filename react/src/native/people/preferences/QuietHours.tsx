/** When nothing is sent. React Native has no field for times, so each half hour can be chosen. */
import type { Preferences } from '@ringback/client';
import { type QuietHoursModel, useQuietHours } from '../../../headless/people/preferences/useQuietHours.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { Section } from './Section.tsx';

export function QuietHours({ preferences }: { preferences: Preferences }) {
  const model = useQuietHours(preferences);
  const { title, hint, enabled, fields, focus, error, notice, save } = model;
  useAnnouncement(notice?.message, notice);
  useAnnouncement(focus && fields?.[focus.field].error, focus);
  return (
    <Section title={title} hint={hint} problem={error}>
      <Toggle {...enabled} />
      {fields && <Fields fields={fields} focus={focus} searchZone={model.searchZone} />}
      <StatusMessage notice={notice} />
      <ActionButton action={save} variant="primary" size="md" />
    </Section>
  );
}

interface FieldsProps extends Pick<QuietHoursModel, 'focus' | 'searchZone'> {
  fields: NonNullable<QuietHoursModel['fields']>;
}

function Fields({ fields: { from, until, zone, urgent }, focus, searchZone }: FieldsProps) {
  return (
    <>
      {[from, until, zone].map(({ name, label, value, error, options, set }) => (
        <Select
          key={name}
          {...{ label, value, error, options }}
          searchLabel={name === 'zone' ? searchZone : undefined}
          focus={focus?.field === name ? focus : undefined}
          onChange={set}
        />
      ))}
      <Toggle {...urgent} />
    </>
  );
}
