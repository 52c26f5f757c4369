/** What can be chosen in the form, in the reader's language. */
import { CALLBACK_REASONS, MAX_LENGTH, PRIORITIES, WEEKDAYS } from '@ringback/client';
import { useMemo } from 'react';
import type { Format } from '../../format/format.ts';
import { WINDOWS } from '../../format/preferredTimes.ts';
import { useFormat } from '../../format/useFormat.ts';
import type { Messages } from '../../messages/en.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { Option } from '../../ui/parts.ts';
import { countryOptions } from './countries.ts';
import type { CallbackDraft, CallbackFormModel } from './formModel.ts';
import type { PhoneRules } from './phoneRules.ts';
import { timeValues } from './values.ts';

type Options = Pick<
  CallbackFormModel,
  'countries' | 'reasons' | 'times' | 'days' | 'priorities' | 'messageLeft' | 'counter' | 'zoneNote'
>;

export function useFormOptions(values: CallbackDraft, rules: PhoneRules | undefined): Options {
  const { messages, region: own } = useCallbackContext();
  const format = useFormat();
  const { region, time } = values;
  const countries = useMemo(
    () => countryOptions(messages, rules, region, own),
    [messages, rules, region, own],
  );
  const fixed = useMemo(() => fixedOptions(messages, format), [messages, format]);
  const messageLeft = MAX_LENGTH.message - [...values.message].length;
  const { charactersLeft, charactersOver } = messages.form;
  return {
    ...fixed,
    countries,
    times: timeValues(time).map((value) => timeOption(messages, value, format.hours)),
    messageLeft,
    counter: messageLeft < 0 ? charactersOver(-messageLeft) : charactersLeft(messageLeft),
  };
}

/** What does not depend on the values, so that a key stroke does not make it anew. */
function fixedOptions(messages: Messages, format: Format) {
  return {
    reasons: [
      { value: '', label: messages.form.noReason },
      ...CALLBACK_REASONS.map((value) => ({ value, label: messages.reasons[value] })),
    ],
    days: WEEKDAYS.map((value, index) => ({ value, label: format.weekday(index) })),
    priorities: PRIORITIES.map((value) => ({ value, ...messages.priorities[value] })),
    zoneNote: messages.form.zoneNote(format.zone()),
  };
}

function timeOption(messages: Messages, value: string, hours: (from: number, to: number) => string): Option {
  const label = Object.entries(messages.times).find(([time]) => time === value)?.[1] ?? value;
  const window = Object.entries(WINDOWS).find(([time]) => time === value)?.[1];
  return window ? { value, label, hint: hours(window.from, window.to) } : { value, label };
}
