/** The countries that a phone number may be read in, for a select. */
import { regionNames } from '../../format/regionNames.ts';
import type { BuyerWords } from '../../messages/en/buyer.ts';
import type { ReaderWords } from '../../messages/messages.ts';
import type { Option } from '../../ui/parts.ts';
import type { PhoneRules } from './phoneRules.ts';

/** The reader's own country first, then by name. Until the rules are loaded only the one that is chosen. */
export function countryOptions(
  messages: ReaderWords & BuyerWords,
  rules: PhoneRules | undefined,
  chosen: string,
  own: string | undefined,
): Option[] {
  const nameOf = regionNames(messages.locale);
  const none = chosen === '' ? [{ value: '', label: messages.form.chooseCountry }] : [];
  if (!rules) return chosen === '' ? none : [{ value: chosen, label: nameOf(chosen) }];

  // The plus sign stays in front of the digits in writing from right to left.
  const code = (text: string) => (messages.direction === 'rtl' ? `\u2066${text}\u2069` : text);
  const { compare } = new Intl.Collator(messages.locale);
  const countries = rules
    .phoneRegions()
    .map(({ region, callingCode }) => ({
      value: region,
      label: `${nameOf(region)} ${code(`+${callingCode}`)}`,
    }))
    .sort((a, b) => Number(b.value === own) - Number(a.value === own) || compare(a.label, b.label));
  return [...none, ...countries];
}
