/** Text that a person typed or pasted: tidied, bounded, and free of what could hide, reorder or break it. */
import * as z from 'zod/mini';
import {
  BLANK_CODE_POINTS,
  COMBINING_CODE_POINTS,
  FORBIDDEN_CODE_POINTS,
  LINE_CODE_POINTS,
  MAX_STACKED_MARKS,
} from '../text.ts';

type Ranges = readonly (readonly [first: number, last: number])[];

/** Text of one line; `min` and `max` count characters. */
export const line = (max: number, min = 0) => text(isForbidden, min, max);

/** Text of several lines; `max` counts characters. */
export const lines = (max: number) =>
  text((character) => isForbidden(character) && !isIn(LINE_CODE_POINTS, character), 0, max);

function text(isRefused: (character: string) => boolean, min: number, max: number) {
  // Without a bound every text would be too long.
  if (!(max > 0))
    throw new Error('MAX_LENGTH lacks this text: check its column with is_plain_text, then npm run schema.');
  const bounds = min > 0 ? { minLength: min, maxLength: max } : { maxLength: max };
  return z.string().check(
    z.overwrite(tidied),
    z.refine((input) => hasLength(input, min, max), `must have ${min} to ${max} characters`),
    z.refine(
      (input) => ![...input].some(isRefused),
      'must not hold control characters, text direction marks or broken characters',
    ),
    z.refine((input) => input === '' || ![...input].every(isBlank), 'must hold something that can be seen'),
    z.refine((input) => !hasStackedMarks(input), `must not stack more than ${MAX_STACKED_MARKS} marks`),
    z.meta(bounds),
  );
}

/** As the database's trimmed() does: marks without a width, which pasting brings along, go; line ends become newlines. */
function tidied(input: string): string {
  return input
    .replace(/[\u061c\u200e\u200f\u202a-\u202c\u2060-\u2069\ufeff]/g, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
}

function hasLength(input: string, min: number, max: number): boolean {
  const length = [...input].length;
  return min <= length && length <= max;
}

function hasStackedMarks(input: string): boolean {
  let stacked = 0;
  for (const character of input) {
    stacked = isIn(COMBINING_CODE_POINTS, character) ? stacked + 1 : 0;
    if (stacked > MAX_STACKED_MARKS) return true;
  }
  return false;
}

const isForbidden = (character: string) => isIn(FORBIDDEN_CODE_POINTS, character);
const isBlank = (character: string) => isIn(BLANK_CODE_POINTS, character);

function isIn(ranges: Ranges, character: string): boolean {
  const codePoint = character.codePointAt(0) as number;
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
