/** What an SMS says, short enough for the two segments that it may cost. */
import type { Message } from './channel.ts';

export const MOST_SEGMENTS = 2;
/** Fewer characters than these say too little to stand beside a link. */
const LEAST_TEXT = 20;
/** Three dots: one more character of GSM-7, where … would turn the whole message into UCS-2. */
const ELLIPSIS = '...';

/** The title, cut where it must be, and our own link if it fits. */
export function smsText({ title, link }: Pick<Message, 'title' | 'link'>): string {
  const withLink = link && shorten(title, `\n${link.url}`, LEAST_TEXT);
  return withLink ?? shorten(title, '', 1) ?? '';
}

/** `text` and then `end`; undefined where that leaves fewer than `least` characters of a longer text. */
function shorten(text: string, end: string, least: number): string | undefined {
  if (segmentsOf(text + end) <= MOST_SEGMENTS) return text + end;
  const characters = charactersOf(text);
  for (let length = characters.length - 1; length >= least; length -= 1) {
    const cut = characters.slice(0, length).join('').trimEnd() + ELLIPSIS + end;
    if (segmentsOf(cut) <= MOST_SEGMENTS) return cut;
  }
  return undefined;
}

const GSM_7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two septets. */
const GSM_7_EXTENSION = new Set('\f^{}\\[~]|€');

/** How many segments an SMS takes: in GSM-7 where its characters allow, else in UCS-2. No character is spread over two. */
export function segmentsOf(text: string): number {
  const points = [...text];
  const isGsm7 = points.every((point) => GSM_7.has(point) || GSM_7_EXTENSION.has(point));
  if (isGsm7)
    return count(
      points.map((point) => (GSM_7.has(point) ? 1 : 2)),
      160,
      153,
    );
  return count(
    charactersOf(text).map(({ length }) => length),
    70,
    67,
  );
}

function count(sizes: number[], ofOne: number, ofEach: number): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= ofOne) return 1;
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    filled += size;
    if (filled <= ofEach) continue;
    segments += Math.ceil(size / ofEach);
    filled = size % ofEach;
  }
  return segments;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** As a reader sees them: an emoji of several parts is one. */
const charactersOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
