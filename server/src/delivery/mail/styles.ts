/**
 * How mails look in dark mode and in narrow windows. What every program must show is styled inline, because
 * many drop <style>. Outlook.com marks its dark mode with an attribute.
 */
import { type Brand, edgeOf } from '../brand.ts';

export const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const LIGHT = {
  ground: '#f4f5f7',
  card: '#ffffff',
  text: '#1a1d21',
  quiet: '#5c6570',
  line: '#e2e5e9',
};
const DARK = { ground: '#14171a', card: '#1e2226', text: '#e9ecef', quiet: '#a9b2bb', line: '#343a40' };

/** The style sheet of a mail in this brand. */
export function mailStyle(brand: Brand): string {
  return `:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; width: 100%; -webkit-text-size-adjust: 100%; }
img { border: 0; -ms-interpolation-mode: bicubic; }
@media (max-width: 480px) {
  .pad { padding: 24px 20px !important; }
  .entry td { display: block !important; width: auto !important; }
  .entry .value { padding-top: 0 !important; }
}
@media (prefers-color-scheme: dark) {
${dark('', edgeOf(brand, DARK.card))}
}
${dark('[data-ogsc] ', edgeOf(brand, DARK.card))}`;
}

function dark(within: string, edge: string): string {
  const rules = [
    ['.ground', `background-color: ${DARK.ground} !important;`],
    ['.card', `background-color: ${DARK.card} !important; ${sides(DARK.line)}`],
    ['.text', `color: ${DARK.text} !important;`],
    ['.quiet', `color: ${DARK.quiet} !important;`],
    ['.line', `border-color: ${DARK.line} !important;`],
    ['.edge', `border-color: ${edge} !important;`],
    // A logo is made for white paper.
    [
      '.logo',
      'background-color: #ffffff !important; padding: 6px 8px !important; border-radius: 6px !important;',
    ],
  ];
  return rules.map(([what, style]) => `  ${within}${what} { ${style} }`).join('\n');
}

/** A card's border, except the upper edge, which has the brand's color. */
const sides = (color: string) =>
  ['left', 'right', 'bottom'].map((side) => `border-${side}-color: ${color} !important;`).join(' ');
