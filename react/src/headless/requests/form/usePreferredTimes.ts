/** The part of the form about when a call suits and how soon: folded, with what is chosen in sight. */
import { useState } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { Option } from '../../ui/parts.ts';
import type { CallbackFormModel, DraftField } from './formModel.ts';
import type { FormState } from './reducer.ts';

type Options = Pick<CallbackFormModel, 'days' | 'times' | 'priorities'>;

export function usePreferredTimes(
  fields: readonly DraftField[],
  { values, errors }: FormState,
  options: Options,
): CallbackFormModel['preferredTimes'] {
  const { messages } = useCallbackContext();
  const [isOpen, setOpen] = useState(false);
  const chosen: Partial<Record<DraftField, string | undefined>> = {
    days: dayNames(values.days, options.days, messages),
    time: options.times.find(({ value }) => value === values.time)?.label,
    priority: options.priorities.find(({ value }) => value === values.priority)?.hint,
  };
  return {
    fields,
    label: messages.form.preferredTimes,
    summary: fields.map((field) => chosen[field]).join(' · '),
    isOpen: isOpen || fields.some((field) => errors[field] !== undefined),
    setOpen,
  };
}

function dayNames(
  chosen: readonly string[],
  days: readonly Option[],
  { form, preferredTimes }: Messages,
): string {
  const names = days.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return names.length === 0 ? form.anyDay : names.join(preferredTimes.comma);
}
