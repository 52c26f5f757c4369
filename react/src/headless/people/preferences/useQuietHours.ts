/** The quiet hours. Saved together, because half of them is of no use; errors show at their fields. */
import { type CallbackError, isCallbackError, type Preferences } from '@ringback/client';
import { useMemo, useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { preferencesWords } from '../../messages/en/preferences.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import type { Action, Option, Toggle } from '../../ui/parts.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import { useAction } from '../../ui/useAction.ts';
import { useCallbackPreferences } from '../useCallbackPreferences.ts';
import {
  changesOf,
  draftOf,
  mistakesIn,
  type QuietHoursDraft,
  type QuietHoursErrors,
  type QuietHoursField,
  refusalAt,
} from './quietHoursDraft.ts';
import { zoneOptions } from './zoneOptions.ts';

export interface QuietHoursQuestion {
  name: QuietHoursField;
  label: string;
  /** Of a time HH:MM. */
  value: string;
  set: (value: string) => void;
  error: string | undefined;
  /** To choose from, where there is no field for times: every half hour, and the saved time. */
  options: readonly Option[];
}

export interface QuietHoursModel {
  title: string;
  hint: string;
  enabled: Toggle;
  /** Undefined while they are turned off. */
  fields:
    | { from: QuietHoursQuestion; until: QuietHoursQuestion; zone: QuietHoursQuestion; urgent: Toggle }
    | undefined;
  /** Stands in the search field of the zones. */
  searchZone: string;
  error: string | undefined;
  /** Where the focus belongs after a refused attempt; a new object at each attempt. */
  focus: { field: QuietHoursField } | undefined;
  /** "Saved". */
  notice: CallbackNotice | undefined;
  save: Action;
}

interface Result {
  errors: QuietHoursErrors;
  focus?: QuietHoursModel['focus'];
  notice?: CallbackNotice;
}

export function useQuietHours(preferences: Preferences): QuietHoursModel {
  const messages = useWords(preferencesWords);
  const { quietHours: words } = messages;
  const { updatePreferences } = useCallbackPreferences();
  const [draft, setDraft] = useState(() => draftOf(preferences));
  const [result, setResult] = useState<Result>({ errors: {} });
  const { errors } = result;
  function set(changes: Partial<QuietHoursDraft>) {
    setDraft({ ...draft, ...changes });
    setResult({ errors: {} });
  }
  async function send() {
    const mistakes = mistakesIn(draft, words);
    if (Object.keys(mistakes).length > 0) return setResult(refused(mistakes));
    try {
      await updatePreferences(changesOf(draft));
      setResult({ errors: {}, notice: { tone: 'success', message: words.saved } });
    } catch (error) {
      const field = isCallbackError(error) ? error.field : undefined;
      setResult(refused(refusalAt(field, errorText(messages, error as CallbackError))));
    }
  }
  const fields = useFields(draft, set, errors);
  return {
    ...{ title: words.title, hint: words.hint, searchZone: words.searchZone },
    enabled: { label: words.enabled, value: draft.isOn, set: (isOn) => set({ isOn }) },
    fields: draft.isOn ? fields : undefined,
    error: errors.form,
    focus: result.focus,
    notice: result.notice,
    save: useAction(words.save, send),
  };
}

function useFields(
  draft: QuietHoursDraft,
  set: (changes: Partial<QuietHoursDraft>) => void,
  errors: QuietHoursErrors,
): NonNullable<QuietHoursModel['fields']> {
  const { quietHours: words, preferences } = useWords(preferencesWords);
  const { time } = useFormat();
  const question = (name: QuietHoursField, options: readonly Option[]): QuietHoursQuestion => ({
    ...{ name, label: words[name], value: draft[name], error: errors[name], options },
    set: (value) => set({ [name]: value }),
  });
  const zones = useMemo(
    () => [{ value: '', label: preferences.profile }, ...zoneOptions(draft.zone)],
    [draft.zone, preferences],
  );
  return {
    from: question(
      'from',
      useMemo(() => timeOptions(draft.from, time), [draft.from, time]),
    ),
    until: question(
      'until',
      useMemo(() => timeOptions(draft.until, time), [draft.until, time]),
    ),
    zone: question('zone', zones),
    urgent: { label: words.urgent, value: draft.urgent, set: (urgent) => set({ urgent }) },
  };
}

function refused(errors: QuietHoursErrors): Result {
  const [first] = Object.keys(errors) as (QuietHoursField | 'form')[];
  return { errors, focus: first && first !== 'form' ? { field: first } : undefined };
}

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** A saved time such as 22:15 is among them. */
function timeOptions(saved: string, write: (hour: number, minute: number) => string): Option[] {
  const times = new Set([...HALF_HOURS, ...(saved === '' ? [] : [saved])]);
  return [...times].sort().map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return { value: time, label: write(hour, minute) };
  });
}
