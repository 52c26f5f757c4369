/** A theme of the variables that hosts have: shadcn's names, Material UI's with `cssVariables`, Bootstrap's; ours where there is none. */
import {
  type CallbackColors,
  type CallbackThemeOptions,
  createTheme,
} from '../../headless/platform/theme.ts';

const VARIABLES: Partial<Record<keyof CallbackColors, readonly string[]>> = {
  background: ['background', 'mui-palette-background-paper', 'bs-body-bg'],
  surface: ['muted', 'mui-palette-background-default', 'bs-tertiary-bg'],
  border: ['border', 'mui-palette-divider', 'bs-border-color'],
  text: ['foreground', 'mui-palette-text-primary', 'bs-body-color'],
  textMuted: ['muted-foreground', 'mui-palette-text-secondary', 'bs-secondary-color'],
  accent: ['primary', 'mui-palette-primary-main', 'bs-primary'],
  accentText: ['primary-foreground', 'mui-palette-primary-contrastText', 'bs-white'],
  danger: ['destructive', 'mui-palette-error-main', 'bs-danger'],
};
const RADIUS = ['radius', 'mui-shape-borderRadius', 'bs-border-radius'];

/** The first variable that the host has, or ours. */
const firstOf = (names: readonly string[], ours: string): string =>
  names.reduceRight((otherwise, name) => `var(--${name}, ${otherwise})`, ours);

function hostColors(ours: CallbackColors): CallbackColors {
  const entries = Object.entries(ours) as [keyof CallbackColors, string][];
  const colors = entries.map(([name, color]) => [name, firstOf(VARIABLES[name] ?? [], color)]);
  return Object.fromEntries(colors);
}

const { light, dark } = createTheme();

/** For `<CallbackProvider theme={hostTheme}>`, on the web. The variables hold whole colours: `hsl(222 47% 11%)`, not the three numbers. */
export const hostTheme: CallbackThemeOptions = {
  light: hostColors(light),
  dark: hostColors(dark),
  radius: firstOf(RADIUS, '10px'),
};
