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
  validatePhoneNumberLength,
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
  /** `message` is a sentence for the person who typed the number; `problem` says what it is about, where that is known. */
  | {
      ok: false;
      code: 'invalid_phone' | 'phone_not_allowed';
      message: string;
      problem?: PhoneProblem | undefined;
    };

export type PhoneProblem = keyof typeof PROBLEMS;

const E164 = /^\+[1-9]\d{6,14}$/;
/** Spaces, brackets and dashes of all keyboards, among them the long vowel mark and the wave of Japanese ones. */
const SEPARATORS =
  /[\t\p{Zs}\p{Pd}\u2212./()[\]~·•\u2027\u2043\u30fb\u30fc\uff08\uff09\uff0e\uff0f\uff3b\uff3d\uff5e\uff65\uff70]/gu;
/** What pasting brings along unseen: marks of direction, joiners, soft hyphens, blanks without a width, styles of emoji. */
const UNSEEN = /\p{Cf}|[\u034f\u20e3\ufe00-\ufe0f]|[\u115f\u1160\u2800\u3164\uffa0]/gu;
const REFUSED_TYPES = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'VOICEMAIL']);

const PROBLEMS = {
  extension: 'Numbers with an extension can’t be called back. Enter a number that rings directly.',
  dial_code: 'Dial codes with * or # can’t be called back. Enter a phone number, such as +44 20 7946 0958.',
  letters: 'Enter the phone number in digits, such as +44 20 7946 0958.',
  too_short: 'This phone number is too short. Check the digits.',
  too_long: 'This phone number is too long. Enter one number only.',
  other_country: 'This looks like a number from another country. Start it with + or choose that country.',
};
const UNKNOWN =
  'This phone number does not exist. Give it with its country code, for example +44 20 7946 0958.';
const NOT_CALLABLE = 'We can’t call premium or special numbers. Use a mobile or landline number.';

/**
 * Reads a number that a person typed: with spaces, brackets and dashes, with + or 00 or in the national form
 * of `region`, in the digits of any script. Never throws.
 */
export function parsePhone(input: string, options: ParsePhoneOptions = {}): ParsedPhone {
  if (input.length > MAX_LENGTH.requester_phone) return unreadable('too_long');
  const text = input.replace(UNSEEN, '').trim();
  const dialled = toAscii(text).replace(SEPARATORS, '');
  if (!/^\+?\d+$/.test(dialled)) return unreadable(whatIsWrong(text));

  const asDialled = withoutPlus(dialled, options) ?? judge(dialled, options);
  if (asDialled.ok) return asDialled;
  const international = dialled.replace(/^00/, '+');
  if (international !== dialled) return judge(international, options);
  return isOfOtherCountry(dialled, options) ? unreadable('other_country') : asDialled;
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

function judge(dialled: string, options: ParsePhoneOptions): ParsedPhone {
  const { region, metadata = smallPlans } = options;
  const defaultCountry = region as CountryCode | undefined;
  const number = parse(dialled, { ...(defaultCountry && { defaultCountry }), extract: false }, metadata);
  if (number && !mayBeCalled(number)) {
    return { ok: false, code: 'phone_not_allowed', message: NOT_CALLABLE };
  }
  if (!number?.country || !number.isValid() || !E164.test(number.number)) {
    const problem = lengthProblem(dialled, options);
    return problem ? unreadable(problem) : { ok: false, code: 'invalid_phone', message: UNKNOWN };
  }
  return { ok: true, e164: number.number, region: number.country };
}

/** Calling codes of no country belong to satellites and international premium services. */
function mayBeCalled(number: PhoneNumber): boolean {
  return !number.isNonGeographic() && !REFUSED_TYPES.has(number.getType() ?? '');
}

function unreadable(problem: PhoneProblem): ParsedPhone {
  return { ok: false, code: 'invalid_phone', message: PROBLEMS[problem], problem };
}

function whatIsWrong(text: string): PhoneProblem {
  if (/^[*#]/.test(text)) return 'dial_code';
  return /\d\W*e?xt?\W*\d|,/i.test(text) ? 'extension' : 'letters';
}

function lengthProblem(dialled: string, { region, metadata = smallPlans }: ParsePhoneOptions) {
  const isKnown = region !== undefined && Object.hasOwn(metadata.countries, region);
  if (!isKnown && !dialled.startsWith('+')) return undefined;
  switch (validatePhoneNumberLength(dialled, isKnown ? (region as CountryCode) : {}, metadata)) {
    case 'TOO_SHORT':
      return 'too_short';
    case 'TOO_LONG':
      return 'too_long';
    default:
      return undefined;
  }
}

/** Autofill leaves the + out. With twelve digits, and its own calling code first, no country writes a number at home. */
function withoutPlus(dialled: string, options: ParsePhoneOptions): ParsedPhone | undefined {
  if (!/^[1-9]\d{11,}$/.test(dialled)) return undefined;
  const number = judge(`+${dialled}`, options);
  return number.ok && number.region === options.region ? number : undefined;
}

/** Someone who left out the + has typed a calling code that the chosen country does not know. */
function isOfOtherCountry(dialled: string, options: ParsePhoneOptions): boolean {
  return !dialled.startsWith('+') && judge(`+${dialled}`, options).ok;
}

function toAscii(text: string): string {
  return text.replace(/\p{Nd}/gu, digitValue).replace(/[\ufe62\uff0b]/, '+');
}

/** Unicode keeps the digits of a script together, from zero to nine. */
function digitValue(digit: string): string {
  let lower = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--lower))) below += 1;
  return String(below % 10);
}
