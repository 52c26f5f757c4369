/** Between what the form holds and what the API takes. */
import {
  type CallbackRequest,
  CreateCallbackRequest,
  EDITABLE_FIELDS,
  type EditCallbackRequest,
} from '@ringback/client';
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
/** As the database has it; the country goes with the number. */
const editableNames = fieldNames.filter((name) =>
  ['phone_region', ...EDITABLE_FIELDS].includes(definitionOf(name).property),
);
const zonedNames = fieldNames.filter((name) => definitionOf(name).isZoned);

export const REQUEST_FORM = formOf(fieldNames);
export const EDIT_FORM = formOf(editableNames);

/** What is known of the reader. */
export function knownOf(
  profile: CallbackProfile,
  region: string | undefined,
  rules: PartState<PhoneRules>,
): Partial<CallbackDraft> {
  return { name: profile.name ?? '', ...phoneOf(profile.phone, region, rules) };
}

/**
 * A number as the reader writes it, with its country. It waits for the rules that know how: rewritten later, it
 * would change while the reader types. Where the rules cannot be loaded it stays as it was given.
 */
function phoneOf(
  phone: string | null | undefined,
  region: string | undefined,
  { module: rules, hasFailed }: PartState<PhoneRules>,
): Partial<CallbackDraft> {
  const known = { region: region ?? '' };
  if (!phone || !(rules || hasFailed)) return known;
  const parsed = rules?.parsePhone(phone, { region });
  if (!rules || !parsed?.ok) return { ...known, phone };
  return { region: parsed.region, phone: rules.formatPhone(parsed.e164, parsed.region) };
}

/** The editable values of a request. */
export function draftOf(
  request: CallbackRequest,
  region: string | undefined,
  rules: PartState<PhoneRules>,
): Partial<CallbackDraft> {
  const values = editableNames.map((name) => {
    const definition = definitionOf(name);
    return [name, lookUp<unknown>(request, definition.property) ?? initialValue(definition)];
  });
  return { ...Object.fromEntries(values), ...phoneOf(request.requester_phone, region, rules) };
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
