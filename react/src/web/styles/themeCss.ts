/** The tokens of a theme as custom properties. */
import { type CallbackColors, type CallbackTheme, createTheme } from '../../headless/platform/theme.ts';

/** The tokens of `theme`: for every component, or for those that carry its id. */
export function themeCss(theme: CallbackTheme, id = themeId(theme)): string {
  const root = id ? `.cb[data-cb-theme="${id}"]` : '.cb';
  const dark = declare(colorTokens(theme.dark));
  return [
    `${root}{${declare({ ...colorTokens(theme.light), ...otherTokens(theme) })}}`,
    `@media (prefers-color-scheme:dark){${root}[data-cb-mode="system"]{${dark}}}`,
    `${root}[data-cb-mode="dark"]{${dark}}`,
  ].join('\n');
}

/** Differs for themes that look different; undefined for the one that the stylesheet holds. */
export function themeId({ mode: _, ...tokens }: CallbackTheme): string | undefined {
  const text = JSON.stringify(tokens);
  return text === DEFAULT_TOKENS ? undefined : hash(text);
}

const { mode: _, ...defaults } = createTheme();
const DEFAULT_TOKENS = JSON.stringify(defaults);

function colorTokens(colors: CallbackColors): Record<string, string> {
  return Object.fromEntries(Object.entries(colors).map(([name, value]) => [kebab(name), value]));
}

function otherTokens({ radius, spacing, controlHeight, fontFamily, shadow }: CallbackTheme) {
  const font: Record<string, string> = fontFamily ? { font: fontFamily } : {};
  return {
    radius: typeof radius === 'number' ? `${radius}px` : radius,
    space: `${spacing}px`,
    'control-height': `${controlHeight / 16}rem`, // grows with the reader's size of text
    shadow,
    ...font,
  };
}

/** A value that would end its declaration could add rules of its own. */
function declare(tokens: Record<string, string>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--cb-${name}:${value.replace(/[{}<>;]/g, '')}`)
    .join(';');
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function hash(text: string): string {
  let value = 5381;
  for (const character of text) value = (value * 33 + (character.codePointAt(0) ?? 0)) | 0;
  return (value >>> 0).toString(36);
}
