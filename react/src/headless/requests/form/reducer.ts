/** What happens to a form, as a pure function. */
import type { CallbackDraft, DraftField } from './formModel.ts';
import type { FieldErrors } from './validate.ts';

export interface FormState {
  values: CallbackDraft;
  /** Fields that the reader has changed: nothing else fills them any more. */
  touched: ReadonlySet<DraftField>;
  errors: FieldErrors;
  error: string | undefined;
  focus: { field: DraftField } | undefined;
  isSubmitting: boolean;
}

export type FormAction =
  | { type: 'set'; values: Partial<CallbackDraft> }
  /** What is known of the reader, for fields that were not touched. */
  | { type: 'fill'; values: Partial<CallbackDraft> }
  /** What was typed earlier, for fields that were not touched; it counts as typed. */
  | { type: 'recall'; values: Partial<CallbackDraft> }
  | { type: 'toggleDay'; day: string }
  | { type: 'submit' }
  /** `fields` are in the order of the form; the first that is wrong gets the focus. */
  | { type: 'refuse'; errors: FieldErrors; error?: string | undefined; fields: readonly DraftField[] }
  | { type: 'reset'; known: Partial<CallbackDraft>; typed?: Partial<CallbackDraft> | undefined };

const EMPTY: CallbackDraft = {
  phone: '',
  region: '',
  name: '',
  reason: '',
  days: [],
  time: 'anytime',
  priority: 'normal',
  message: '',
};

/** A form that says what is `known`, and in which `typed` was typed earlier. */
export function startForm(known: Partial<CallbackDraft>, typed: Partial<CallbackDraft> = {}): FormState {
  return {
    values: { ...EMPTY, ...known, ...typed },
    touched: new Set(fieldsOf(typed)),
    errors: {},
    error: undefined,
    focus: undefined,
    isSubmitting: false,
  };
}

export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'set':
      return changeFields(state, action.values);
    case 'toggleDay':
      return changeFields(state, { days: toggled(state.values.days, action.day) });
    case 'fill':
      return { ...state, values: { ...state.values, ...untouched(state, action.values) } };
    case 'recall':
      return changeFields(state, untouched(state, action.values));
    case 'submit':
      return { ...state, isSubmitting: true, errors: {}, error: undefined, focus: undefined };
    case 'refuse': {
      const { errors, error, fields } = action;
      const field = fields.find((name) => errors[name] !== undefined);
      return { ...state, isSubmitting: false, errors, error, focus: field && { field } };
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

const toggled = (days: string[], day: string) =>
  days.includes(day) ? days.filter((known) => known !== day) : [...days, day];

const fieldsOf = (values: Partial<CallbackDraft>) => Object.keys(values) as DraftField[];

const untouched = ({ touched }: FormState, values: Partial<CallbackDraft>): Partial<CallbackDraft> =>
  Object.fromEntries(
    Object.entries(values).filter(([field]) => ![...touched].some((name) => name === field)),
  );
