/** Checks what was typed, with the rules of the API, in the reader's language. */
import { type CallbackError, CreateCallbackRequest, MAX_LENGTH } from '@ringback/client';
import type { Messages } from '../../messages/en.ts';
import type { CallbackDraft, DraftField } from './formModel.ts';
import type { PhoneRules } from './phoneRules.ts';

export type FieldErrors = Partial<Record<DraftField, string>>;

export interface Rules {
  messages: Messages;
  phone: PhoneRules;
  /** An empty number leaves the one that is there. */
  mayKeepPhone: boolean;
}

/** A sentence for each field that would be refused. */
export function validate(values: CallbackDraft, rules: Rules): FieldErrors {
  const { messages } = rules;
  const { requester_name, message } = CreateCallbackRequest.shape;
  const phone = phoneError(values, rules);
  const name = requester_name.safeParse(values.name).success
    ? undefined
    : textError(messages, values.name, MAX_LENGTH.requester_name);
  const text = message.safeParse(values.message).success
    ? undefined
    : textError(messages, values.message, MAX_LENGTH.message);
  return { ...(phone && { phone }), ...(name && { name }), ...(text && { message: text }) };
}

function phoneError(values: CallbackDraft, { messages, phone, mayKeepPhone }: Rules): string | undefined {
  const { fieldErrors } = messages;
  if (values.phone.trim() === '') return mayKeepPhone ? undefined : fieldErrors.phoneMissing;
  const parsed = phone.parsePhone(values.phone, { region: values.region || undefined });
  return parsed.ok ? undefined : fieldErrors[parsed.code];
}

/** Why a text was refused; the only one that must not be empty is the name. */
function textError({ fieldErrors }: Messages, text: string, max: number): string {
  const length = [...text.trim()].length;
  if (length === 0) return fieldErrors.nameMissing;
  return length > max ? fieldErrors.tooLong(max) : fieldErrors.unreadable;
}

const DRAFT_FIELDS: Record<string, DraftField> = {
  requester_phone: 'phone',
  phone_region: 'region',
  requester_name: 'name',
  callback_reason: 'reason',
  preferred_days: 'days',
  preferred_time: 'time',
  priority: 'priority',
  message: 'message',
};

/** The field that the server refused, with a sentence; nothing where the error concerns the whole. */
export function errorsOf(error: CallbackError, { fieldErrors }: Messages): FieldErrors {
  if (error.code === 'invalid_phone' || error.code === 'phone_not_allowed')
    return { phone: fieldErrors[error.code] };
  const field = error.field === undefined ? undefined : DRAFT_FIELDS[error.field];
  return field ? { [field]: fieldErrors.refused } : {};
}
