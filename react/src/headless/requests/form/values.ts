/** Between what the form holds and what the API takes. */
import { type CallbackRequest, CreateCallbackRequest, type EditCallbackRequest } from '@ringback/client';
import type { CallbackProfile } from '../../platform/context.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { lookUp } from '../../platform/lookUp.ts';
import { type CallbackDraft, type DraftField, definitionOf, fieldNames, initialValue } from './fields.ts';
import type { PhoneRules } from './phoneRules.ts';

/** What a form asks: in sight, and with the preferred times; both in order. */
export interface FormFields {
  fields: readonly DraftField[];
  preferredTimes: readonly DraftField[];
}

const isPreferredTime = (name: DraftField) => definitionOf(name).summary !== undefined;
const formOf = (names: readonly DraftField[]): FormFields => ({
  fields: names.filter((name) => !isPreferredTime(name)),
  preferredTimes: names.filter(isPreferredTime),
});
const editableNames = fieldNames.filter((name) => definitionOf(name).isEditable);
const zonedNames = fieldNames.filter((name) => definitionOf(name).isZoned);

export const REQUEST_FORM = formOf(fieldNames);
export const EDIT_FORM = formOf(editableNames);

/**
 * What is known of the reader. The number waits for the rules that know the reader's own way of writing it:
 * rewritten later, it would change while the reader types. Where the rules cannot be loaded it stays as it
 * was given.
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

/** The editable values of a request. Its number stays unseen. */
export function draftOf(request: CallbackRequest, region: string | undefined): Partial<CallbackDraft> {
  const values = editableNames.map((name) => {
    const definition = definitionOf(name);
    return [name, lookUp<unknown>(request, definition.property) ?? initialValue(definition)];
  });
  return { ...Object.fromEntries(values), phone: '', region: region ?? '' };
}

export function toCreateInput(
  values: CallbackDraft,
  listing: { listing_id: string; seller_id: string },
  timeZone: string,
): CreateCallbackRequest {
  return { ...listing, ...inputOf(values, fieldNames), ...zoneInput(timeZone) } as CreateCallbackRequest;
}

/**
 * Only what was changed. A number goes with its country, and days and time with each other: they are meant in
 * one zone.
 */
export function toEdit(
  { phone, ...rest }: CallbackDraft,
  before: Partial<CallbackDraft>,
  timeZone: string,
): EditCallbackRequest {
  const values = { ...rest, phone: phone.trim() };
  const changed = editableNames.filter(
    (name) => name !== 'region' && String(values[name]) !== String(before[name]),
  );
  const isZoned = changed.some((name) => zonedNames.includes(name));
  return {
    ...inputOf(values, changed),
    ...(changed.includes('phone') && inputOf(values, ['region'])),
    ...(isZoned && { ...inputOf(values, zonedNames), ...zoneInput(timeZone) }),
  };
}

/** As the API takes them; its schemas check them before they are sent. */
function inputOf(values: CallbackDraft, names: readonly DraftField[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [definitionOf(name).property, inputValue(name, values[name])]),
  );
}

function inputValue(name: DraftField, value: string | string[]): unknown {
  const { kind, none, values = [] } = definitionOf(name);
  if (kind === 'choices') {
    const chosen = values.filter((known) => value.includes(known));
    return chosen.length > 0 ? chosen : null;
  }
  const given = kind === 'text' ? String(value).trim() : value;
  return given === none ? null : given;
}

function zoneInput(timeZone: string) {
  const isKnownZone = CreateCallbackRequest.shape.time_zone.safeParse(timeZone).success;
  return { time_zone: isKnownZone ? timeZone : null };
}
