/** A body with a phone number as the database takes it: the number in E.164, without its country. */
import { CallbackError } from '../errors.ts';
import type { ParsedPhone } from './phone.ts';

export interface BodyWithPhone {
  requester_phone?: string;
  phone_region?: string | null;
  [field: string]: unknown;
}

type ParsePhone = (input: string, options: { region?: string | undefined }) => ParsedPhone;

/** The body with its number in E.164. Throws `invalid_phone` or `phone_not_allowed`. */
export function bodyInE164(body: BodyWithPhone, parsePhone: ParsePhone, defaultRegion: string | undefined) {
  const { phone_region, requester_phone, ...rest } = body;
  if (requester_phone === undefined) return rest;
  const parsed = parsePhone(requester_phone, { region: phone_region ?? defaultRegion });
  if (parsed.ok) return { ...rest, requester_phone: parsed.e164 };
  throw new CallbackError(parsed.code, parsed.message, { field: 'requester_phone' });
}
