/** The look, as tokens. The web reads them as `--cb-*` custom properties, React Native as this object. */

export interface CallbackColors {
  background: string;
  surface: string;
  border: string;
  text: string;
  textMuted: string;
  accent: string;
  accentText: string;
  success: string;
  warning: string;
  danger: string;
}

export interface CallbackTheme {
  /** `system` follows the reader's setting. */
  mode: 'light' | 'dark' | 'system';
  light: CallbackColors;
  dark: CallbackColors;
  /** Pixels; on the web also a length as CSS has it. */
  radius: number | string;
  /** Pixels; all distances are multiples of it: 3 is dense, 5 is airy. */
  spacing: number;
  /** Pixels at the reader's ordinary size of text: buttons, inputs and choices. A finger needs 44. */
  controlHeight: number;
  fontFamily: string | undefined;
  /** Of dialogs and panels above the page, as CSS has it (`boxShadow`). */
  shadow: string;
}

export type CallbackThemeOptions = Partial<Omit<CallbackTheme, 'light' | 'dark'>> & {
  light?: Partial<CallbackColors> | undefined;
  dark?: Partial<CallbackColors> | undefined;
};

// Contrast with the ground that each stands on is at least 4.5 : 1 (WCAG 2.2 AA).
const LIGHT: CallbackColors = {
  background: '#ffffff',
  surface: '#f6f7f9',
  border: '#c9ced6',
  text: '#14171c',
  textMuted: '#545c69',
  accent: '#0b5fd0',
  accentText: '#ffffff',
  success: '#12703a',
  warning: '#8a5300',
  danger: '#b3261e',
};

const DARK: CallbackColors = {
  background: '#14171c',
  surface: '#1e232b',
  border: '#414a58',
  text: '#f1f3f6',
  textMuted: '#aab3c0',
  accent: '#7fb4ff',
  accentText: '#08203f',
  success: '#6fd597',
  warning: '#f1b65c',
  danger: '#ff9c94',
};

const SHADOW = '0 16px 48px rgba(0, 0, 0, 0.24)';

export function createTheme(options: CallbackThemeOptions = {}): CallbackTheme {
  const {
    mode = 'system',
    radius = 10,
    spacing = 4,
    controlHeight = 44,
    fontFamily,
    shadow = SHADOW,
  } = options;
  const colors = { light: { ...LIGHT, ...options.light }, dark: { ...DARK, ...options.dark } };
  return { mode, radius, spacing, controlHeight, fontFamily, shadow, ...colors };
}
