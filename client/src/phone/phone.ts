/**
 * Reads phone numbers as people write them. The database says the same about the result (check_phone) and has
 * the last word. This module carries the small numbering plans, which know the length and outline of a number
 * but, in most countries, not its kind; `phone-max.ts` is the same with all that is known, for servers.
 */
import parse, {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type MetadataJson,
  type PhoneNumber,
} from 'libphonenumber-js/core';
import smallPlans from 'libphonenumber-js/min/metadata';
import { MAX_LENGTH } from '../text.ts';

export interface ParsePhoneOptions {
  /** ISO 3166 code of the country in which a number without a country code is read; an unknown one is ignored. */
  region?: string | undefined;
  /** Numbering plans of libphonenumber-js. */
  metadata?: MetadataJson;
}

export type ParsedPhone =
  /** `e164` is what may be stored and dialled; `region` is the ISO 3166 code of its country. */
  | { ok: true; e164: string; region: string }
  /** `message` is a sentence for the person who typed the number. */
  | { ok: false; code: 'invalid_phone' | 'phone_not_allowed'; message: string };

const E164 = /^\+[1-9]\d{6,14}$/;
const SEPARATORS = /[\p{Zs}\p{Pd}\u2212./()[\]\uff08\uff09\uff0e\uff0f]/gu;
const REFUSED_TYPES = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'VOICEMAIL']);

const UNREADABLE = 'Give the phone number in digits, for example +44 20 7946 0958.';
const HIDDEN = 'The phone number contains invisible characters. Type it by hand.';
const DIAL_CODE =
  'Dial codes with * or # cannot be called back. Give a phone number, for example +44 20 7946 0958.';
const EXTENSION = 'Numbers with an extension cannot be called back. Give a number that rings directly.';
const UNKNOWN =
  'This phone number does not exist. Give it with its country code, for example +44 20 7946 0958.';
const NOT_CALLABLE =
  'Numbers of this kind cannot be called back. Give an ordinary mobile or landline number.';

/**
 * Reads a number that a person typed: with spaces, brackets and dashes, with + or 00 or in the national form
 * of `region`, in the digits of any script. Never throws.
 */
export function parsePhone(input: string, options: ParsePhoneOptions = {}): ParsedPhone {
  if (input.length > MAX_LENGTH.requester_phone) return refused('invalid_phone', UNREADABLE);
  const text = input.trim();
  const dialled = toAscii(text).replace(SEPARATORS, '');
  if (!/^\+?\d+$/.test(dialled)) return refused('invalid_phone', whatIsWrong(text));

  const asDialled = judge(dialled, options);
  const international = dialled.replace(/^00/, '+');
  return asDialled.ok || international === dialled ? asDialled : judge(international, options);
}

/**
 * Shows a stored number to people: in the national form to readers in its own country (`region`), otherwise in
 * the international one. Text that is not a phone number is returned as it is.
 */
export function formatPhone(e164: string, region?: string): string {
  const number = E164.test(e164) ? parse(e164, smallPlans) : undefined;
  if (!number) return e164;
  return region !== undefined && number.country === region
    ? number.formatNational()
    : number.formatInternational();
}

export interface PhoneRegion {
  /** ISO 3166 code. */
  region: string;
  /** Without the plus sign. */
  callingCode: string;
}

/** Every country in whose form a number can be read. */
export function phoneRegions(): PhoneRegion[] {
  return getCountries(smallPlans).map((region) => ({
    region,
    callingCode: getCountryCallingCode(region, smallPlans),
  }));
}

function judge(dialled: string, { region, metadata = smallPlans }: ParsePhoneOptions): ParsedPhone {
  const defaultCountry = region as CountryCode | undefined;
  const number = parse(dialled, { ...(defaultCountry && { defaultCountry }), extract: false }, metadata);
  if (!number || !E164.test(number.number)) return refused('invalid_phone', UNKNOWN);
  if (!mayBeCalled(number)) return refused('phone_not_allowed', NOT_CALLABLE);
  if (!number.country || !number.isValid()) return refused('invalid_phone', UNKNOWN);
  return { ok: true, e164: number.number, region: number.country };
}

/** Calling codes of no country belong to satellites and international premium services. */
function mayBeCalled(number: PhoneNumber): boolean {
  return !number.isNonGeographic() && !REFUSED_TYPES.has(number.getType() ?? '');
}

function refused(code: 'invalid_phone' | 'phone_not_allowed', message: string): ParsedPhone {
  return { ok: false, code, message };
}

function whatIsWrong(text: string): string {
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return HIDDEN;
  if (/^[*#]/.test(text)) return DIAL_CODE;
  return /\d\W*e?xt?\W*\d|,/i.test(text) ? EXTENSION : UNREADABLE;
}

function toAscii(text: string): string {
  return text.replace(/\p{Nd}/gu, digitValue).replace('\uff0b', '+');
}

/** Unicode keeps the digits of a script together, from zero to nine. */
function digitValue(digit: string): string {
  let lower = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--lower))) below += 1;
  return String(below % 10);
}
