/**
 * `parsePhone` with all that is known about the world's numbering plans, so that its answer equals the
 * database's. For servers: the plans are twice as large as the ones in `phone.ts`.
 */
import allPlans from 'libphonenumber-js/max/metadata';
import { type ParsedPhone, parsePhone as parsePhoneWith } from './phone.ts';

export { formatPhone, type ParsedPhone } from './phone.ts';

/** Reads a number that a person typed; `region` is the country of numbers without a country code. Never throws. */
export function parsePhone(input: string, { region }: { region?: string | undefined } = {}): ParsedPhone {
  return parsePhoneWith(input, { region, metadata: allPlans });
}

/** Whether the country (ISO 3166-1 alpha-2, capital letters) has a numbering plan. */
export function isPhoneRegion(region: string): boolean {
  return Object.hasOwn(allPlans.countries, region);
}
