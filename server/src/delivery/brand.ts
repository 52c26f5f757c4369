/** The marketplace's brand, as the database stores it and as mails and pages draw it. */

/** The answer of callback_private.brand_json(); the database has validated each value. */
export interface StoredBrand {
  name: string | null;
  logo_url: string | null;
  color: string;
  address: string | null;
  reply_to: string | null;
}

export interface Brand {
  name: string;
  logoUrl: string | undefined;
  /** #rrggbb, with the color of text on it. */
  color: string;
  ink: string;
  /** Postal, line by line. */
  address: string[];
  replyTo: string | undefined;
}

const WHITE = '#ffffff';
const BLACK = '#000000';
/** The contrast a shape needs to be seen (WCAG 1.4.11). */
const VISIBLE = 3;

/** What messages call the marketplace: its name, else the host of `publicUrl`. */
export const nameOf = (name: string | null, publicUrl: string): string => name ?? new URL(publicUrl).hostname;

/** The brand, ready to draw. */
export function toBrand(stored: StoredBrand, publicUrl: string): Brand {
  const { name, logo_url, color, address, reply_to } = stored;
  return {
    name: nameOf(name, publicUrl),
    logoUrl: logo_url ?? undefined,
    color,
    ink: inkOn(color),
    address: address?.split('\n').filter((line) => line.trim() !== '') ?? [],
    replyTo: reply_to ?? undefined,
  };
}

/** White or black, whichever reads better on the color. The better one has at least 4.58:1 on any color. */
export function inkOn(color: string): string {
  return contrast(color, WHITE) >= contrast(color, BLACK) ? WHITE : BLACK;
}

/** The button's edge: its own color if that stands out from the background, else the text's. */
export function edgeOf({ color, ink }: Pick<Brand, 'color' | 'ink'>, ground: string): string {
  return contrast(color, ground) >= VISIBLE ? color : ink;
}

/** The contrast of two colors #rrggbb, from 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
