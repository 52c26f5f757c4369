/** Values of settings and switches in words. */
import type { PolicyDifferences, Setting, SettingValue } from '@ringback/client';
import { format } from '../ui/format.ts';
import { durationWords } from './durations.ts';
import { texts } from './texts.ts';

export type Difference = PolicyDifferences['changes'][number];
type Kind = Pick<Setting, 'type' | 'unit' | 'choices'>;

const { values: words } = texts;

export function valueWords(value: SettingValue, kind: Kind | undefined): string {
  if (value === null || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'number')
    return kind?.unit === 'per_day' ? words.perDay(format.number(value)) : format.number(value);
  if (typeof value === 'string') {
    if (kind?.type === 'duration') return durationWords(value);
    return kind?.choices ? choiceWords(value) : value;
  }
  const entries = Array.isArray(value) ? value : Object.entries(value).map(([key, of]) => `${key}: ${of}`);
  return entries.join(', ') || words.nothing;
}

/** `trusted_for_urgent` is "Trusted for urgent". */
export const choiceWords = (choice: string): string =>
  choice.charAt(0).toUpperCase() + choice.slice(1).replaceAll('_', ' ');

/** One side of a difference; `settings` are those of the policy, for their types. */
export function sideWords(
  { setting, hidden }: Pick<Difference, 'setting' | 'hidden'>,
  value: SettingValue,
  settings: readonly Setting[],
): string {
  if (hidden) return words.hidden;
  if (setting.startsWith('switch/')) return switchWords(value);
  return valueWords(
    value,
    settings.find(({ name }) => name === setting),
  );
}

function switchWords(value: SettingValue): string {
  if (value === null) return words.on;
  const { notice } = value as { notice?: string };
  return notice ? words.offWith(notice) : words.off;
}

export const isSame = (one: SettingValue, other: SettingValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
