/** What a text may hold. The database's is_plain_text() refuses the same characters. */
import { STORED_LENGTH } from './vocabulary.ts';

/** Longest texts, in characters (Unicode code points, as PostgreSQL counts them): those of the database, and of what only leads to them. */
export const MAX_LENGTH = {
  ...STORED_LENGTH,
  /** As it is typed, with all that is no digit. */
  requester_phone: 64,
  cursor: 500,
  /** Where a marketplace's ids are text. */
  marketplace_id: 200,
} as const;

type CodePointRange = readonly [first: number, last: number];

/** Refused in every text: controls, marks that reorder or hide text, lone surrogates. */
export const FORBIDDEN_CODE_POINTS: readonly CodePointRange[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];
/** Tab and newline: allowed in texts of several lines. */
export const LINE_CODE_POINTS: readonly CodePointRange[] = [[0x09, 0x0a]];
/** Nothing to be seen: a text of these alone is refused. */
export const BLANK_CODE_POINTS: readonly CodePointRange[] = [
  ...LINE_CODE_POINTS,
  [0x0020, 0x0020],
  [0x00a0, 0x00a0],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x2000, 0x200d],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
];
/** Marks that stand on the character before them; more than three on one would cover other lines. */
export const COMBINING_CODE_POINTS: readonly CodePointRange[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x1ab0, 0x1aff],
  [0x20d0, 0x20ff],
];
export const MAX_STACKED_MARKS = 3;
