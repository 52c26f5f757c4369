/**
 * What a person typed, as plain text: one line in which no mail program and no phone finds a link, an
 * address or a number to call. Everything stays readable as it was typed. A dot between letters gets a
 * space after it, and digits that a phone could dial are set apart by middle dots. Marks that nobody
 * sees would not do: programs that look for numbers skip them, and in an SMS they cost as much as a
 * letter.
 */

/**
 * Controls, line breaks, marks of direction, and what else is not there to be seen; joiners are part of
 * words and emoji.
 */
const UNSEEN = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}])+/gu;
const STACKED_MARKS = /(\p{Mn}{3})\p{Mn}+/gu;

/**
 * What joins the parts of a link: dots of any script, @, colons and the slashes of a scheme, whatever
 * stands around them (a joiner, a mark, an emoji). A dot or a colon between two digits joins none: 3.5
 * kg, 12:30.
 */
const JOINT = '.․﹒。．｡@＠﹫:：﹕';
const JOINTS = new RegExp(
  String.raw`(?<=[^\s${JOINT}])(?<!\p{Nd}(?=[.:]\p{Nd}))[${JOINT}]+(?=[^\s${JOINT}])|\/(?=\/)|(?<=\/)\/(?=\S)`,
  'gu',
);

/** What programs skip between the digits of a number. */
const SKIPPED = String.raw`[\s\p{Pd}\p{M}\p{Cf}.․﹒。．｡/／()（）［\[\]］+＋*＊#＃~∼⁓−ー_]`;
const NUMBER = new RegExp(String.raw`\p{Nd}(?:${SKIPPED}*\p{Nd})*`, 'gu');
const BETWEEN_GROUPS = new RegExp(`${SKIPPED}+`, 'gu');
/** So few digits are a year, a price or a size; phones make numbers of five. */
const HARMLESS_DIGITS = 4;
const IP_ADDRESS = /^\d+(?:\.\d+){3,}$/;

/** Cut to `most` characters, with an ellipsis. */
export function plain(text: string | null, most: number): string {
  const line = (text ?? '').replace(UNSEEN, ' ').replace(STACKED_MARKS, '$1').replace(/\s+/g, ' ').trim();
  const characters = [...line.replace(NUMBER, withoutNumber).replace(JOINTS, '$& ')];
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A line break not next to a digit: a number over two lines stays one number, and is set apart as one. */
const HARMLESS_BREAK = /(?<!\p{Nd}\P{L}*)\n(?!\P{L}*\p{Nd})/u;

/** The lines of a text, each plain, empty ones left out; together at most `most` characters. */
export function plainLines(text: string | null, most: number): string[] {
  const lines = (text ?? '').slice(0, most * 2).split(HARMLESS_BREAK);
  let left = most;
  return lines.flatMap((line) => {
    const shown = left > 0 ? plain(line, left) : '';
    left -= shown.length;
    return shown === '' ? [] : [shown];
  });
}

/** +44 20 7946 0958 as +44 · 20 · 7946 · 0958, and 120000 as 120·000. */
function withoutNumber(number: string): string {
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits <= HARMLESS_DIGITS && !IP_ADDRESS.test(number)) return number;
  return number
    .replace(BETWEEN_GROUPS, (between) => (/\s/.test(between) ? ' · ' : '·'))
    .replace(/\p{Nd}{5,}/gu, (long) => long.replace(/(?!^)(?=(?:\p{Nd}{3})+$)/gu, '·'));
}
