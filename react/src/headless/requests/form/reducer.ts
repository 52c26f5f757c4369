/** What happens to a form, as a pure function. */
import { type CallbackDraft, type DraftField, definitionOf, fieldNames, initialValue } from './fields.ts';
import type { FieldErrors } from './validate.ts';

export interface FormState {
  values: CallbackDraft;
  /** Fields that the reader has changed: nothing else fills them any more. */
  touched: ReadonlySet<DraftField>;
  errors: FieldErrors;
  error: string | undefined;
  /** Whether the reader may ask for a review of the refusal. */
  canAsk: boolean;
  focus: { field: DraftField } | undefined;
  isSubmitting: boolean;
}

export type FormAction =
  | { type: 'set'; values: Partial<CallbackDraft> }
  /** What is known of the reader, for fields that were not touched. */
  | { type: 'fill'; values: Partial<CallbackDraft> }
  /** What was typed earlier, for fields that were not touched; it counts as typed. */
  | { type: 'recall'; values: Partial<CallbackDraft> }
  | { type: 'toggle'; field: DraftField; value: string }
  | { type: 'submit' }
  /** `fields` are in the order of the form; the first that is wrong gets the focus. */
  | {
      type: 'refuse';
      errors: FieldErrors;
      error?: string | undefined;
      canAsk: boolean;
      fields: readonly DraftField[];
    }
  | { type: 'reset'; known: Partial<CallbackDraft>; typed?: Partial<CallbackDraft> | undefined };

const INITIAL = Object.fromEntries(
  fieldNames.map((name) => [name, initialValue(definitionOf(name))]),
) as CallbackDraft;

/** A form with what is `known` and with what was `typed` earlier. */
export function startForm(known: Partial<CallbackDraft>, typed: Partial<CallbackDraft> = {}): FormState {
  return {
    values: { ...INITIAL, ...known, ...typed },
    touched: new Set(fieldsOf(typed)),
    errors: {},
    error: undefined,
    canAsk: false,
    focus: undefined,
    isSubmitting: false,
  };
}

export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'set':
      return changeFields(state, action.values);
    case 'toggle': {
      const chosen = [state.values[action.field]].flat();
      return changeFields(state, { [action.field]: toggled(chosen, action.value) });
    }
    case 'fill':
      return { ...state, values: { ...state.values, ...untouched(state, action.values) } };
    case 'recall':
      return changeFields(state, untouched(state, action.values));
    case 'submit':
      return { ...state, isSubmitting: true, errors: {}, error: undefined, canAsk: false, focus: undefined };
    case 'refuse': {
      const { errors, error, canAsk, fields } = action;
      const field = fields.find((name) => errors[name] !== undefined);
      return { ...state, isSubmitting: false, errors, error, canAsk, focus: field && { field } };
    }
    case 'reset':
      return startForm(action.known, action.typed);
  }
}

/** A changed field is no longer wrong until the next attempt. */
function changeFields(state: FormState, values: Partial<CallbackDraft>): FormState {
  const changed = fieldsOf(values);
  const errors = Object.fromEntries(
    Object.entries(state.errors).filter(([field]) => !changed.some((name) => name === field)),
  );
  return {
    ...state,
    values: { ...state.values, ...values },
    touched: new Set([...state.touched, ...changed]),
    errors,
  };
}

const toggled = (chosen: string[], value: string) =>
  chosen.includes(value) ? chosen.filter((known) => known !== value) : [...chosen, value];

const fieldsOf = (values: Partial<CallbackDraft>) => Object.keys(values) as DraftField[];

const untouched = ({ touched }: FormState, values: Partial<CallbackDraft>): Partial<CallbackDraft> =>
  Object.fromEntries(
    Object.entries(values).filter(([field]) => ![...touched].some((name) => name === field)),
  );
