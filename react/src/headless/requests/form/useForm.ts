/** The form's machine: holds the values, checks them, sends them once, and says what was wrong. */
import { isCallbackError } from '@ringback/client';
import { type Dispatch, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { errorText } from '../../messages/errorText.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { useIsMounted } from '../../platform/useIsMounted.ts';
import { useOnlineStatus } from '../../platform/useOnlineStatus.ts';
import type { CallbackDraft, CallbackFormModel } from './formModel.ts';
import { loadPhoneRules, type PhoneRules, usePhoneRules } from './phoneRules.ts';
import { type FormAction, type FormState, formReducer, startForm } from './reducer.ts';
import { useFormOptions } from './useFormOptions.ts';
import { usePreferredTimes } from './usePreferredTimes.ts';
import { errorsOf, type FieldErrors, validate } from './validate.ts';
import type { FormFields } from './values.ts';

export interface FormSetup extends FormFields {
  /** Another subject begins a new form. */
  subject: string;
  /** What stands in the form before anything is typed. The same function for as long as it gives the same. */
  known: (rules: PartState<PhoneRules>) => Partial<CallbackDraft>;
  /** What was typed earlier on this page. */
  typed?: Partial<CallbackDraft> | undefined;
  /** Whether an empty phone number means the one that was given before. */
  mayKeepPhone: boolean;
  submitLabel: string;
  submittingLabel: string;
  /** Sends the values; rejects with a CallbackError. */
  send: (values: CallbackDraft) => Promise<void>;
  /** Told why it was refused when the form is gone and cannot say it. */
  onUnseenRefusal: (sentence: string) => void;
}

export interface Form {
  model: CallbackFormModel;
  /** Brings back what was typed earlier, into fields that were not touched. */
  recall: (values: Partial<CallbackDraft>) => void;
  /** What the reader has typed; the rest of the values is what is known of them. */
  typed: Partial<CallbackDraft>;
}

export function useForm(setup: FormSetup): Form {
  const { messages } = useCallbackContext();
  const isOnline = useOnlineStatus();
  const rules = usePhoneRules(true);
  const known = useMemo(() => setup.known(rules), [setup.known, rules]);
  const [state, dispatch] = useReducer(formReducer, known, () => startForm(known, setup.typed));
  useNewSubject(setup, known, dispatch);
  useEffect(() => dispatch({ type: 'fill', values: known }), [known]);
  const submit = useSubmit(setup, state, dispatch, isOnline);
  const options = useFormOptions(state.values, rules.module);
  const { values, errors, error, focus, isSubmitting } = state;

  const model: CallbackFormModel = {
    ...options,
    fields: setup.fields,
    preferredTimes: usePreferredTimes(setup.preferredTimes, state, options),
    values,
    set: (field, value) => dispatch({ type: 'set', values: { [field]: value } }),
    toggleDay: (day) => dispatch({ type: 'toggleDay', day }),
    errors,
    focus,
    error,
    submit,
    submitLabel: isSubmitting ? setup.submittingLabel : setup.submitLabel,
    isSubmitting,
    phoneHint: setup.mayKeepPhone ? messages.edit.phoneHint : undefined,
    offlineNote: isOnline ? undefined : messages.form.offline,
  };
  return {
    model,
    recall: useCallback((recalled) => dispatch({ type: 'recall', values: recalled }), []),
    typed: useMemo(() => typedIn(state), [state]),
  };
}

const typedIn = ({ values, touched }: FormState): Partial<CallbackDraft> =>
  Object.fromEntries([...touched].map((field) => [field, values[field]]));

/** A form that stays on the page while what it is about changes begins anew. */
function useNewSubject(
  { subject, typed }: FormSetup,
  known: Partial<CallbackDraft>,
  dispatch: Dispatch<FormAction>,
) {
  const [current, setCurrent] = useState(subject);
  if (current === subject) return;
  setCurrent(subject);
  dispatch({ type: 'reset', known, typed });
}

/** Checks and sends. A press while that goes on is ignored. */
function useSubmit(setup: FormSetup, state: FormState, dispatch: Dispatch<FormAction>, isOnline: boolean) {
  const { messages } = useCallbackContext();
  const { known, mayKeepPhone, send, onUnseenRefusal } = setup;
  const fields = [...setup.fields, ...setup.preferredTimes];
  const isBusy = useRef(false);
  const isMounted = useIsMounted();

  function refuse(errors: FieldErrors, error?: string) {
    dispatch({ type: 'refuse', errors, error, fields });
    const [sentence = error] = Object.values(errors);
    if (sentence && !isMounted.current) onUnseenRefusal(sentence);
  }
  async function attempt() {
    const phone = await loadPhoneRules().catch(() => undefined);
    if (!phone) return refuse({}, messages.errors.network_error);
    // Somebody may send before the rules have written the number that is known.
    const filling = known({ module: phone, hasFailed: false });
    const { values } = formReducer(state, { type: 'fill', values: filling });
    const errors = validate(values, { messages, phone, mayKeepPhone });
    if (Object.keys(errors).length > 0) return refuse(errors);
    try {
      await send(values);
      dispatch({ type: 'reset', known: filling });
    } catch (cause) {
      if (!isCallbackError(cause)) {
        refuse({}, messages.errors.other);
        throw cause;
      }
      const refused = errorsOf(cause, messages);
      refuse(refused, Object.keys(refused).length > 0 ? undefined : errorText(messages, cause));
    }
  }

  return async () => {
    if (isBusy.current) return;
    if (!isOnline) return refuse({}); // offlineNote says why, while it is so
    isBusy.current = true;
    dispatch({ type: 'submit' });
    await attempt().finally(() => {
      isBusy.current = false;
    });
  };
}
