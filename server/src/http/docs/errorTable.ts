/** Errors as a table: what each code means, and its cure. */
import { ERRORS, type ErrorCode } from '@ringback/client';
import { CURES } from './cures.ts';
import type { Html } from './html.ts';
import { drawTable } from './table.ts';
import { inlineText } from './text.ts';

export function drawErrorTable(codes: readonly ErrorCode[], caption: string): Html {
  const rows = codes.map((code) => {
    return { name: code, mark: ERRORS[code].status, meaning: inlineText(CURES[code]) };
  });
  return drawTable(caption, ['Code', 'When, and what to do'], rows);
}
