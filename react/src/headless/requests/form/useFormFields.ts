/** The questions of the form with their answers, in the reader's language. */
import { MAX_LENGTH } from '@ringback/client';
import { type Dispatch, useMemo } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { lookUp } from '../../platform/lookUp.ts';
import type { Option } from '../../ui/parts.ts';
import { countryOptions } from './countries.ts';
import {
  type DraftField,
  definitionOf,
  type FieldContext,
  type FieldDefinition,
  type UrgentAllowance,
} from './fields.ts';
import type { CallbackFormModel, FormField } from './formModel.ts';
import type { PhoneRules } from './phoneRules.ts';
import type { FormAction, FormState } from './reducer.ts';

interface Setup {
  state: FormState;
  dispatch: Dispatch<FormAction>;
  set: CallbackFormModel['set'];
  urgent: UrgentAllowance;
  rules: PhoneRules | undefined;
}

/** The fields of those names, which must be the same array at each rendering. */
export function useFormFields(names: readonly DraftField[], setup: Setup): FormField[] {
  const { state, urgent, rules } = setup;
  const { region: own } = useCallbackContext();
  const messages = useWords(requestWords, buyerWords);
  const format = useFormat();
  const { region } = state.values;
  const context = useMemo(() => ({ messages, format, urgent }), [messages, format, urgent]);
  // Made once rather than at each key: countries are many, and Intl's formats cost more to make than to use.
  const options = useMemo(
    () => new Map(names.map((name) => [name, optionsOf(definitionOf(name), context)])),
    [names, context],
  );
  const countries = useMemo(
    () => (names.includes('region') ? countryOptions(messages, rules, region, own) : []),
    [names, messages, rules, region, own],
  );
  return names.map((name) =>
    formField(name, name === 'region' ? countries : (options.get(name) ?? []), context, setup),
  );
}

const optionsOf = ({ values = [], option }: FieldDefinition, context: FieldContext): Option[] =>
  values.map((value) => ({ value, ...(option?.(value, context) ?? { label: value }) }));

function formField(
  name: DraftField,
  options: readonly Option[],
  context: FieldContext,
  { state, dispatch, set: setField }: Setup,
): FormField {
  const { kind, autoComplete } = definitionOf(name);
  const question = questionOf(name, context, state);
  const set = (value: string) => setField(name, value);
  const answer = state.values[name];
  const value = String(answer);
  switch (kind) {
    case 'line':
    case 'text':
    case 'phone':
      return { ...question, kind, value, set, autoComplete };
    case 'choices': {
      const toggle = (chosen: string) => dispatch({ type: 'toggle', field: name, value: chosen });
      return { ...question, kind, values: [answer].flat(), options, toggle };
    }
    default:
      return { ...question, kind, value, options: withCurrent(options, value), set };
  }
}

/** Also with a value that is none of the options: an earlier request may have a time in free words. */
const withCurrent = (options: readonly Option[], value: string) =>
  options.length === 0 || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];

function questionOf(name: DraftField, context: FieldContext, { values, errors }: FormState) {
  const definition = definitionOf(name);
  const { kind, property } = definition;
  const { form } = context.messages;
  const isRequired = definition.isRequired === true;
  const isTyped = kind === 'line' || kind === 'text' || kind === 'select';
  return {
    name,
    label: form[name],
    hint: kind === 'text' ? counter(form, String(values[name]), property) : definition.hint?.(context),
    error: errors[name],
    isRequired,
    remark: isTyped && !isRequired ? form.optional : undefined,
  };
}

function counter({ charactersLeft, charactersOver }: BuyerWords['form'], text: string, property: string) {
  const left = (lookUp(MAX_LENGTH, property) ?? 0) - [...text].length;
  return left < 0 ? charactersOver(-left) : charactersLeft(left);
}
