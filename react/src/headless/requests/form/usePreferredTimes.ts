/** The part of the form about when to call and how soon: closed at first, with what is chosen in sight. */
import { useState } from 'react';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { definitionOf } from './fields.ts';
import type { CallbackFormModel, FormField } from './formModel.ts';

export function usePreferredTimes(fields: readonly FormField[]): CallbackFormModel['preferredTimes'] {
  const messages = useWords(requestWords, buyerWords);
  const [isOpen, setOpen] = useState(false);
  return {
    fields,
    label: messages.form.preferredTimes,
    summary: fields.map((field) => summaryOf(field, messages)).join(' · '),
    isOpen: isOpen || fields.some(({ error }) => error !== undefined),
    setOpen,
  };
}

function summaryOf(
  field: FormField,
  { form, preferredTimes }: RequestWords & BuyerWords,
): string | undefined {
  if (field.kind === 'choices') {
    const names = field.options.filter(({ value }) => field.values.includes(value)).map(({ label }) => label);
    return names.length === 0 ? form.anyDay : names.join(preferredTimes.comma);
  }
  if (!('options' in field)) return field.value;
  const chosen = field.options.find(({ value }) => value === field.value);
  return chosen?.[definitionOf(field.name).summary ?? 'label'];
}
