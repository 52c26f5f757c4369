/** The small parts that the schemas are made of: ids, times, bounded texts, paging. */
import * as z from 'zod/mini';
import { FORBIDDEN_CODE_POINTS, LINE_CODE_POINTS, MAX_LENGTH, PAGE_LIMIT } from '../constants.ts';

/** Any UUID that PostgreSQL takes, not only RFC 9562's versions: a marketplace chooses its own ids. */
export const Id = z.guid().check(z.toLowerCase());

export const Instant = z.iso.datetime({ offset: true });

/** Text of one line, trimmed; `max` counts characters. */
export const line = (max: number, min = 0) =>
  z.string().check(z.trim(), noForbidden([]), length(min, max), z.meta(bounds(min, max)));

/** Text that may hold newlines and tabs, trimmed, its line ends made `\n`; `max` counts characters. */
export const lines = (max: number) =>
  z
    .string()
    .check(z.overwrite(tidyLines), noForbidden(LINE_CODE_POINTS), length(0, max), z.meta(bounds(0, max)));

export const Cursor = z.string().check(z.regex(new RegExp(`^[\\x21-\\x7e]{1,${MAX_LENGTH.cursor}}$`)));

export const Limit = z._default(
  z.coerce.number().check(z.int(), z.gte(PAGE_LIMIT.min), z.lte(PAGE_LIMIT.max)),
  PAGE_LIMIT.default,
);

const bounds = (min: number, max: number) =>
  min > 0 ? { minLength: min, maxLength: max } : { maxLength: max };

const tidyLines = (text: string) => text.replace(/\r\n?/g, '\n').trim();

function length(min: number, max: number) {
  return z.refine<string>(
    (text) => {
      const length = [...text].length;
      return min <= length && length <= max;
    },
    min > 0 ? `must have ${min} to ${max} characters` : `must have at most ${max} characters`,
  );
}

function noForbidden(allowed: readonly number[]) {
  return z.refine<string>(
    (text) => ![...text].some((character) => isForbidden(character.codePointAt(0) as number, allowed)),
    'must not hold control characters, text direction marks or broken characters',
  );
}

function isForbidden(codePoint: number, allowed: readonly number[]): boolean {
  return (
    !allowed.includes(codePoint) &&
    FORBIDDEN_CODE_POINTS.some(([from, to]) => from <= codePoint && codePoint <= to)
  );
}
