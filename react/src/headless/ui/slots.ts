/** The parts that a host may replace by its own: `<CallbackProvider components={{ Button, Dialog }}>`. */
import type { ComponentType, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'outline' | 'ghost';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonSlotProps {
  variant: ButtonVariant | 'danger';
  size: ButtonSize;
  onPress: () => void;
  isDisabled?: boolean | undefined;
  /** Busy buttons keep their size and take no further press. */
  isBusy?: boolean | undefined;
  icon?: IconName | undefined;
  /** For assistive technology, where the visible label is not enough. */
  accessibilityLabel?: string | undefined;
  children: string;
}

export interface DialogSlotProps {
  isOpen: boolean;
  title: string;
  closeLabel: string;
  /** Escape, the back gesture, a press beside the dialog, the close button. What was typed is kept. */
  onClose: () => void;
  children: ReactNode;
}

export interface IconSlotProps {
  name: IconName;
  /** Pixels, in both directions. */
  size: number;
  color: string;
}

export interface ComponentSlots {
  Button: ComponentType<ButtonSlotProps>;
  Dialog: ComponentType<DialogSlotProps>;
  /**
   * React Native alone asks for it: it cannot draw paths without another package, and makes do with plain
   * shapes.
   */
  Icon: ComponentType<IconSlotProps>;
}

export type NoticeTone = 'success' | 'error' | 'info';

/** What the host may show in its own toast (`onNotify`). */
export interface CallbackNotice {
  tone: NoticeTone;
  message: string;
}

/** Their shapes are in headless/icons.ts; native/ui/Icon.tsx draws the same without paths. */
export type IconName =
  | 'bell'
  | 'phone'
  | 'phone-call'
  | 'check'
  | 'check-circle'
  | 'clock'
  | 'x'
  | 'x-circle'
  | 'hourglass'
  | 'alert'
  | 'info'
  | 'flame'
  | 'arrow-up'
  | 'arrow-down'
  | 'chevron-up'
  | 'chevron-down'
  | 'minus'
  | 'wifi-off';
