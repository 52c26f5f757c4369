/** Names of settings and switches for people, made from those in the database. */
import { format } from '../ui/format.ts';
import { texts } from './texts.ts';

const SPELLED: Record<string, string> = { sms: 'SMS', url: 'URL' };

/** `sms_per_day` is "SMS per day", `switch/country/GH` is "Country: Ghana". */
export function nameOf(setting: string): string {
  const [first, kind = '', ...value] = setting.split('/');
  if (first === 'switch') return switchName(kind, value.join('/'));
  const words = setting
    .split('_')
    .map((word) => SPELLED[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function switchName(kind: string, value: string): string {
  const { kinds } = texts.switches;
  if (kind === 'everything') return kinds.everything;
  return kind in kinds ? `${kinds[kind as keyof typeof kinds]}: ${partName(kind, value)}` : value;
}

/** The category or the country alone. */
export const partName = (kind: string, value: string): string =>
  kind === 'country' ? format.country(value) : value;
