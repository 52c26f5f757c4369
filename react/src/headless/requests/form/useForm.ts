/** The state of the form: holds the values, checks them, sends them once, and shows what was refused. */
import { isCallbackError } from '@ringback/client';
import { type Dispatch, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { useIsMounted } from '../../platform/useIsMounted.ts';
import { useOnlineStatus } from '../../platform/useOnlineStatus.ts';
import type { UrgentAllowance } from './fields.ts';
import type { CallbackDraft, CallbackFormModel } from './formModel.ts';
import { loadPhoneRules, type PhoneRules, usePhoneRules } from './phoneRules.ts';
import { type FormAction, type FormState, formReducer, startForm } from './reducer.ts';
import { useFormFields } from './useFormFields.ts';
import { usePreferredTimes } from './usePreferredTimes.ts';
import { errorsOf, type FieldErrors, validate, wholeError } from './validate.ts';
import type { FormFields } from './values.ts';

export interface FormSetup extends FormFields {
  /** Another subject starts a new form. */
  subject: string;
  /** What stands in the form before anything is typed. The same function for as long as it gives the same. */
  known: (rules: PartState<PhoneRules>) => Partial<CallbackDraft>;
  /** What was typed earlier on this page. */
  typed?: Partial<CallbackDraft> | undefined;
  /** See FieldContext. */
  urgent: UrgentAllowance;
  recap?: CallbackFormModel['recap'];
  consent?: CallbackFormModel['consent'];
  /** Why only a review leads on, where that is known beforehand. */
  refusedBefore?: string | undefined;
  submitLabel: string;
  submittingLabel: string;
  /** Sends the values, for a review where the reader asks for one; rejects with a CallbackError. */
  send: (values: CallbackDraft, asksForReview: boolean) => Promise<void>;
  /** Gets the reason for a refusal when the form is closed and cannot show it. */
  onUnseenRefusal: (message: string) => void;
}

export interface Form {
  model: CallbackFormModel;
  /** Brings back what was typed earlier, into fields that were not touched. */
  recall: (values: Partial<CallbackDraft>) => void;
  /** What the reader has typed; the rest of the values is what is known of them. */
  typed: Partial<CallbackDraft>;
}

export function useForm(setup: FormSetup): Form {
  const messages = useWords(requestWords, buyerWords);
  const isOnline = useOnlineStatus();
  const rules = usePhoneRules(true);
  const known = useMemo(() => setup.known(rules), [setup.known, rules]);
  const [state, dispatch] = useReducer(formReducer, known, () => startForm(known, setup.typed));
  useNewSubject(setup, known, dispatch);
  useEffect(() => dispatch({ type: 'fill', values: known }), [known]);
  const submit = useSubmit(setup, state, dispatch, isOnline);
  const { urgent } = setup;
  const set: CallbackFormModel['set'] = (field, value) =>
    dispatch({ type: 'set', values: { [field]: value, ...countryOf(field, value, rules.module) } });
  const fieldSetup = { state, dispatch, set, urgent, rules: rules.module };
  const { values, errors, error, canAsk, focus, isSubmitting } = state;

  const model: CallbackFormModel = {
    recap: setup.recap,
    consent: setup.consent,
    fields: useFormFields(setup.fields, fieldSetup),
    preferredTimes: usePreferredTimes(useFormFields(setup.preferredTimes, fieldSetup)),
    values,
    set,
    errors,
    focus,
    error: error ?? setup.refusedBefore,
    askForReview:
      canAsk || setup.refusedBefore
        ? { label: messages.form.askForReview, run: () => void submit(true), isBusy: isSubmitting }
        : undefined,
    submit: () => void submit(false),
    submitLabel: isSubmitting ? setup.submittingLabel : setup.submitLabel,
    isSubmitting,
    offlineNote: isOnline ? undefined : messages.form.offline,
  };
  return {
    model,
    recall: useCallback((recalled) => dispatch({ type: 'recall', values: recalled }), []),
    typed: useMemo(() => typedIn(state), [state]),
  };
}

/** A number with its calling code brings its country along, as soon as it can be read. */
function countryOf(field: string, value: unknown, rules: PhoneRules | undefined): Partial<CallbackDraft> {
  if (field !== 'phone' || typeof value !== 'string' || !value.trim().startsWith('+')) return {};
  const parsed = rules?.parsePhone(value);
  return parsed?.ok ? { region: parsed.region } : {};
}

const typedIn = ({ values, touched }: FormState): Partial<CallbackDraft> =>
  Object.fromEntries([...touched].map((field) => [field, values[field]]));

/** A form that stays on the page while its subject changes starts over. */
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

/** Checks and sends; ignores a press while that is under way. */
function useSubmit(setup: FormSetup, state: FormState, dispatch: Dispatch<FormAction>, isOnline: boolean) {
  const messages = useWords(requestWords, buyerWords);
  const { known, send, onUnseenRefusal } = setup;
  const fields = [...setup.fields, ...setup.preferredTimes];
  const isBusy = useRef(false);
  const isMounted = useIsMounted();

  function refuse(errors: FieldErrors, error?: string, canAsk = false) {
    dispatch({ type: 'refuse', errors, error, canAsk, fields });
    const [reason = error] = Object.values(errors);
    if (reason && !isMounted.current) onUnseenRefusal(reason);
  }
  async function attempt(asksForReview: boolean) {
    // Without the rules, which some browsers do not load again once it has failed, the server has the word.
    const phone = await loadPhoneRules().catch(() => undefined);
    // The buyer may send before the rules have written the known number.
    const filling = known({ module: phone, hasFailed: !phone });
    const { values } = formReducer(state, { type: 'fill', values: filling });
    const errors = validate(values, { messages, phone });
    if (Object.keys(errors).length > 0) return refuse(errors);
    try {
      await send(values, asksForReview);
      dispatch({ type: 'reset', known: filling });
    } catch (cause) {
      if (!isCallbackError(cause)) {
        refuse({}, messages.errors.other);
        throw cause;
      }
      const refused = errorsOf(cause, messages);
      const whole = wholeError(cause, messages);
      refuse(refused, Object.keys(refused).length > 0 ? undefined : whole, cause.canAskForReview);
    }
  }

  return async (asksForReview: boolean) => {
    if (isBusy.current) return;
    if (!isOnline) return refuse({}); // offlineNote has the reason
    isBusy.current = true;
    dispatch({ type: 'submit' });
    await attempt(asksForReview).finally(() => {
      isBusy.current = false;
    });
  };
}
