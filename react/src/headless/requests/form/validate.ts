/** Checks what was typed, with the rules of the API, in the reader's language. */
import { type CallbackError, CreateCallbackRequest, MAX_LENGTH } from '@ringback/client';
import type { BuyerWords } from '../../messages/en/buyer.ts';
import type { RequestWords } from '../../messages/en/request.ts';
import { errorText } from '../../messages/errorText.ts';
import type { ReaderWords } from '../../messages/messages.ts';
import { lookUp } from '../../platform/lookUp.ts';
import { type CallbackDraft, type DraftField, definitionOf, fieldNames } from './fields.ts';
import type { PhoneRules } from './phoneRules.ts';

export type FieldErrors = Partial<Record<DraftField, string>>;

export interface Rules {
  messages: ReaderWords & RequestWords & BuyerWords;
  /** Undefined where they could not be loaded. */
  phone: PhoneRules | undefined;
  /** An empty number leaves the one that is there. */
}

/** Why each field would be refused. */
export function validate(values: CallbackDraft, rules: Rules): FieldErrors {
  const errors = fieldNames.map((name) => [name, fieldError(name, values, rules)] as const);
  return Object.fromEntries(errors.filter(([, error]) => error !== undefined));
}

/** Texts and the number; what is chosen cannot be wrong. */
function fieldError(name: DraftField, values: CallbackDraft, rules: Rules): string | undefined {
  const { kind, property } = definitionOf(name);
  if (kind === 'phone') return phoneError(values, rules);
  if (kind !== 'line' && kind !== 'text') return undefined;
  const text = String(values[name]);
  if (CreateCallbackRequest.shape[property].safeParse(text).success) return undefined;
  return textError(rules.messages, text, lookUp(MAX_LENGTH, property) ?? 0);
}

function phoneError(values: CallbackDraft, { messages, phone }: Rules): string | undefined {
  const { fieldErrors, errors } = messages;
  if (values.phone.trim() === '') return fieldErrors.phoneMissing;
  const parsed = phone?.parsePhone(values.phone, { region: values.region || undefined });
  if (!parsed || parsed.ok) return undefined;
  const { code, problem, message } = parsed;
  if (!problem) return errors[code];
  return messages.phoneProblems?.[problem] ?? (messages.language === 'en' ? message : errors[code]);
}

/** Why a text was refused; the only one that must not be empty is the name. */
function textError({ fieldErrors }: RequestWords, text: string, max: number): string {
  const length = [...text.trim()].length;
  if (length === 0) return fieldErrors.nameMissing;
  return length > max ? fieldErrors.tooLong(max) : fieldErrors.unreadable;
}

/** Why the whole was refused. */
export function wholeError(error: CallbackError, messages: Rules['messages']): string {
  const { form } = messages;
  if (error.code === 'not_accepted')
    return lookUp(form.notAccepted, error.field ?? '') ?? errorText(messages, error);
  return error.field === 'consent' ? form.consentUnread : errorText(messages, error);
}

/** The field that the server refused, with the reason; nothing where the error concerns the whole. */
export function errorsOf(
  error: CallbackError,
  { errors, fieldErrors, form }: Rules['messages'],
): FieldErrors {
  if (error.code === 'not_accepted') return {};
  if (error.code === 'trust_required' && error.field === 'priority')
    return { priority: form.urgentNeedsTrust };
  if (error.code === 'invalid_phone' || error.code === 'phone_not_allowed')
    return { phone: errors[error.code] };
  const field = fieldNames.find((name) => definitionOf(name).property === error.field);
  return field ? { [field]: fieldErrors.refused } : {};
}
