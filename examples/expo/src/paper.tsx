import type {
  BadgeSlotProps,
  ButtonSlotProps,
  CallbackThemeOptions,
  InputSlotProps,
  ToastSlotProps,
} from '@ringback/react';
import { Chip, Button as PaperButton, Snackbar, TextInput, useTheme } from 'react-native-paper';

/** Ringback's tokens, from Paper's theme. */
export function usePaperTheme(): CallbackThemeOptions {
  const { colors, roundness } = useTheme();
  const { primary: accent, onPrimary: accentText, onSurface: text, onSurfaceVariant: textMuted } = colors;
  const { background, surfaceVariant: surface, outlineVariant: border, error: danger } = colors;
  return {
    mode: 'light',
    radius: roundness * 2,
    light: { accent, accentText, text, textMuted, background, surface, border, danger },
  };
}

const MODES = {
  primary: 'contained',
  secondary: 'contained-tonal',
  outline: 'outlined',
  ghost: 'text',
  danger: 'outlined',
} as const;

const Button = ({ variant, onPress, isBusy, isDisabled, accessibilityLabel, children }: ButtonSlotProps) => (
  <PaperButton
    mode={MODES[variant]}
    loading={isBusy ?? false}
    disabled={(isBusy || isDisabled) ?? false}
    accessibilityLabel={accessibilityLabel ?? children}
    onPress={onPress}
  >
    {children}
  </PaperButton>
);

const Input = ({ value, onChange, isMultiline, isInvalid, attributes }: InputSlotProps) => (
  <TextInput
    mode="outlined"
    multiline={isMultiline}
    error={isInvalid}
    inputMode={attributes.inputMode ?? 'text'}
    autoComplete={attributes.autoComplete === 'tel' ? 'tel' : 'off'}
    accessibilityLabel={attributes['aria-label'] ?? ''}
    accessibilityHint={attributes.accessibilityHint ?? ''}
    value={value}
    onChangeText={onChange}
  />
);

const Badge = ({ label }: BadgeSlotProps) => (
  <Chip compact mode="outlined">
    {label}
  </Chip>
);

const Toast = ({ message, onClose }: ToastSlotProps) => (
  <Snackbar visible onDismiss={onClose}>
    {message}
  </Snackbar>
);

/** Outside of components: parts that are made at each rendering lose what they hold. */
export const paperParts = { Button, Input, Badge, Toast };
