/** The quiet hours. Saved together, because half of them is of no use; errors show at their fields. */
import { type CallbackError, isCallbackError, type Preferences } from '@ringback/client';
import type { CallbackPreferences } from '@ringback/react';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { useNotices } from '../ui/Notices.tsx';
import { zoneOptions } from './zones.ts';

interface QuietHoursProps {
  preferences: Preferences;
  update: CallbackPreferences['updatePreferences'];
}

type Errors = Partial<Record<'from' | 'until' | 'zone' | 'form', string>>;

const EVENING = { from: '22:00', until: '07:00' };

export function QuietHours({ preferences, update }: QuietHoursProps) {
  const words = useWords().preferences.night;
  const [draft, setDraft] = useState(() => draftOf(preferences));
  const [errors, setErrors] = useState<Errors>({});
  const form = useRef<HTMLFormElement>(null);
  const notify = useNotices();
  const errorText = useErrorText();
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });

  function refuse(found: Errors) {
    setErrors(found);
    const [first] = Object.keys(found);
    (form.current?.elements.namedItem(first ?? '') as HTMLElement | null)?.focus();
  }
  async function save(event: SubmitEvent) {
    event.preventDefault();
    const { isOn, from, until, zone, urgent } = draft;
    const found: Errors = {
      ...(isOn && !from && { from: words.missing }),
      ...(isOn && !until && { until: words.missing }),
      ...(isOn && from && from === until && { until: words.same }),
    };
    refuse(found);
    if (Object.keys(found).length > 0) return;
    try {
      await update({
        quiet_hours: isOn ? { from, until } : null,
        urgent_overrides_quiet_hours: urgent,
        time_zone: zone || null,
      });
      notify({ tone: 'success', message: words.saved });
    } catch (error) {
      refuse(errorAtField(error as CallbackError, errorText));
    }
  }
  return (
    <section className="panel-box" aria-labelledby="night">
      <h2 id="night">{words.title}</h2>
      <p className="quiet">{words.hint}</p>
      <form ref={form} className="night" onSubmit={save} noValidate>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isOn}
            onChange={({ target }) => set({ isOn: target.checked })}
          />
          {words.enabled}
        </label>
        {draft.isOn && (
          <>
            <Time name="from" label={words.from} value={draft.from} error={errors.from} set={set} />
            <Time name="until" label={words.until} value={draft.until} error={errors.until} set={set} />
            <ZoneSelect value={draft.zone} error={errors.zone} onChange={(zone) => set({ zone })} />
            <label className="check">
              <input
                type="checkbox"
                checked={draft.urgent}
                onChange={({ target }) => set({ urgent: target.checked })}
              />
              {words.urgent}
            </label>
          </>
        )}
        {errors.form && (
          <p className="field-error" role="alert">
            {errors.form}
          </p>
        )}
        <button type="submit" className="button button-primary">
          {words.save}
        </button>
      </form>
    </section>
  );
}

interface TimeProps {
  name: 'from' | 'until';
  label: string;
  value: string;
  error: string | undefined;
  set: (changes: { from?: string; until?: string }) => void;
}

function Time({ name, label, value, error, set }: TimeProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="time"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => set({ [name]: target.value })}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

interface ZoneSelectProps {
  value: string;
  error: string | undefined;
  onChange: (zone: string) => void;
}

function ZoneSelect({ value, error, onChange }: ZoneSelectProps) {
  const words = useWords().preferences.night;
  const id = useId();
  const own = useSession().signedIn?.account.time_zone ?? '';
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{words.zone}</label>
      <select
        id={id}
        name="zone"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{words.profileZone(own)}</option>
        {zoneOptions(value).map((zone) => (
          <option key={zone.label} value={zone.value}>
            {zone.label}
          </option>
        ))}
      </select>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <small id={id} className="field-error">
      {error}
    </small>
  );
}

function draftOf({ quiet_hours, time_zone, urgent_overrides_quiet_hours }: Preferences) {
  return {
    isOn: quiet_hours !== null,
    ...(quiet_hours ?? EVENING),
    zone: time_zone ?? '',
    urgent: urgent_overrides_quiet_hours,
  };
}

/** Where the server refuses what looked right here. */
function errorAtField(error: CallbackError, errorText: (error: CallbackError) => string): Errors {
  const field = isCallbackError(error) ? error.field : undefined;
  const message = errorText(error);
  if (field === 'quiet_hours') return { from: message };
  return field === 'time_zone' ? { zone: message } : { form: message };
}
