/**
 * The look that the parts are drawn with: the theme's tokens in the reader's scheme and direction of writing.
 */
import { type FlexStyle, I18nManager, type TextStyle, useColorScheme } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { CallbackColors } from '../../headless/platform/theme.ts';
import { useCallbackTheme } from '../../headless/platform/useCallbackTheme.ts';
import type { Badge } from '../../headless/ui/parts.ts';

export interface Look {
  colors: CallbackColors;
  radius: number;
  controlHeight: number;
  /** For `boxShadow`. */
  shadow: string;
  fontFamily: string | undefined;
  /** So many steps of the theme's spacing, in pixels. */
  space: (steps: number) => number;
  /** Side by side in the direction of writing. */
  row: FlexStyle['flexDirection'];
  /** The side at which lines begin. */
  textAlign: TextStyle['textAlign'];
}

export const TONE_COLORS = {
  neutral: 'textMuted',
  accent: 'accent',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
} as const satisfies Record<Badge['tone'], keyof CallbackColors>;

/** What a finger can hit without care. */
export const TOUCH_TARGET = 44;

export function useLook(): Look {
  const { mode, light, dark, radius, spacing, controlHeight, fontFamily, shadow } = useCallbackTheme();
  const { direction } = useCallbackContext().messages;
  const system = useColorScheme();
  const scheme = mode === 'system' ? system : mode;
  // React Native turns rows and sides round by itself for the app's language; ours may be another one.
  const isMirrored = (direction === 'rtl') !== I18nManager.getConstants().isRTL;
  return {
    colors: scheme === 'dark' ? dark : light,
    radius: typeof radius === 'number' ? radius : Number.parseFloat(radius),
    ...{ controlHeight, shadow, fontFamily },
    space: (steps) => steps * spacing,
    row: isMirrored ? 'row-reverse' : 'row',
    textAlign: isMirrored ? 'right' : 'left',
  };
}
