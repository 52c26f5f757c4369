/** Between what the form holds and what the API takes. */
import {
  CALLBACK_REASONS,
  type CallbackRequest,
  CreateCallbackRequest,
  type EditCallbackRequest,
  WEEKDAYS,
} from '@ringback/client';
import type { CallbackProfile } from '../../platform/context.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { TIMES } from './draft.ts';
import type { CallbackDraft, DraftField } from './formModel.ts';
import type { PhoneRules } from './phoneRules.ts';

/** What a form asks: of everybody, and of those who have preferred times; both in order. */
export interface FormFields {
  fields: readonly DraftField[];
  preferredTimes: readonly DraftField[];
}

export const REQUEST_FORM: FormFields = {
  fields: ['region', 'phone', 'name', 'reason', 'message'],
  preferredTimes: ['days', 'time', 'priority'],
};
export const EDIT_FORM: FormFields = {
  fields: ['region', 'phone', 'name', 'message'],
  preferredTimes: ['days', 'time'],
};

/**
 * What is known of the reader. The number waits for the rules that know the reader's own way of writing it: rewritten later, it would
 * change under somebody who has just begun to type. Where the rules cannot be loaded it stands as it was given.
 */
export function knownOf(
  profile: CallbackProfile,
  region: string | undefined,
  { module: rules, hasFailed }: PartState<PhoneRules>,
): Partial<CallbackDraft> {
  const { phone } = profile;
  const known = { name: profile.name ?? '', region: region ?? '' };
  if (!phone || !(rules || hasFailed)) return known;
  const parsed = rules?.parsePhone(phone, { region });
  if (!rules || !parsed?.ok) return { ...known, phone };
  return { ...known, region: parsed.region, phone: rules.formatPhone(parsed.e164, parsed.region) };
}

/** What a request says. The number that it was given stays unseen. */
export function draftOf(request: CallbackRequest, region: string | undefined) {
  const { requester_name, preferred_days, preferred_time, message } = request;
  return {
    region: region ?? '',
    name: requester_name,
    days: preferred_days ?? [],
    time: preferred_time ?? 'anytime',
    message: message ?? '',
  };
}

export function toCreateInput(
  values: CallbackDraft,
  listing: { listing_id: string; seller_id: string },
  timeZone: string,
): CreateCallbackRequest {
  return {
    ...listing,
    ...phoneInput(values),
    requester_name: values.name,
    message: values.message.trim() || null,
    callback_reason: CALLBACK_REASONS.find((reason) => reason === values.reason) ?? null,
    priority: values.priority,
    ...timeInput(values, timeZone),
  };
}

/** Only what was changed. Days and time go together: they are meant in one zone. */
export function toEdit(
  values: CallbackDraft,
  before: ReturnType<typeof draftOf>,
  timeZone: string,
): EditCallbackRequest {
  const hasOtherTimes = values.time !== before.time || values.days.join() !== before.days.join();
  return {
    ...(values.phone.trim() !== '' && phoneInput(values)),
    ...(values.name !== before.name && { requester_name: values.name }),
    ...(values.message !== before.message && { message: values.message.trim() || null }),
    ...(hasOtherTimes && timeInput(values, timeZone)),
  };
}

function phoneInput({ phone, region }: CallbackDraft) {
  return { requester_phone: phone, phone_region: region || null };
}

function timeInput({ days, time }: CallbackDraft, timeZone: string) {
  const isKnownZone = CreateCallbackRequest.shape.time_zone.safeParse(timeZone).success;
  const preferred_days = WEEKDAYS.filter((day) => days.includes(day));
  return {
    preferred_days: preferred_days.length > 0 ? preferred_days : null,
    preferred_time: time === 'anytime' ? null : time,
    time_zone: isKnownZone ? timeZone : null,
  };
}

/** The times that can be chosen; an earlier request may hold another one, in free words. */
export function timeValues(time: string): readonly string[] {
  return TIMES.some((known) => known === time) ? TIMES : [...TIMES, time];
}
