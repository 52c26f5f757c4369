/** The pictures of the listings: a drawing for each kind of good, in six colourings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES, DRAWINGS, type Drawing } from './country.ts';

const FOLDER = join(import.meta.dirname, '../assets/images');

/** Ground, floor, dark, middle and light tone; the drawings are made in the first. */
const COLOURINGS = [
  ['#e6edf6', '#d3dfee', '#2b4468', '#5b83b8', '#f7fafd'],
  ['#f5ede2', '#ead9c3', '#6b4a24', '#c08f52', '#fdf9f3'],
  ['#e7f0e6', '#d4e4d2', '#2f5233', '#6c9c6f', '#f8fbf7'],
  ['#ece9f5', '#dad4ec', '#443a72', '#8a7cc0', '#f9f8fd'],
  ['#f6e8ea', '#ecd2d7', '#6f2f3e', '#c1707f', '#fdf6f7'],
  ['#e2f0ef', '#cae3e1', '#1f4f50', '#549a98', '#f5fbfb'],
] as const;
const DRAWN: readonly string[] = COLOURINGS[0];

/** Where the picture of a listing is, for the listing's number. */
export function picturePath(drawing: Drawing, number: number): string {
  return `/demo/images/${drawing}-${(number % COLOURINGS.length) + 1}.svg`;
}

/** All pictures, at their paths. */
export function pictures(): { path: string; svg: string }[] {
  return [...CATEGORIES, ...DRAWINGS].flatMap((name) => {
    const drawing = readFileSync(join(FOLDER, `${name}.svg`), 'utf8');
    return COLOURINGS.map((colouring, number) => ({
      path: picturePath(name, number),
      svg: drawing.replace(/#[0-9a-f]{6}/g, (tone) => colouring[toneOf(tone)] ?? tone),
    }));
  });
}

function toneOf(tone: string): number {
  return DRAWN.indexOf(tone);
}
