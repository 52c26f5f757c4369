/** The parts that a host may replace by its own: `<CallbackProvider components={{ Button, Dialog }}>`. */
import type { ComponentType, ReactNode } from 'react';
import type { IconName } from './icons.ts';
import type { Badge, Option } from './parts.ts';

export type { IconName };

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

/** To be spread on the element that takes the focus: its name and error for assistive technology, help for browsers and keyboards. */
export interface ControlAttributes {
  id?: string | undefined;
  name?: string | undefined;
  type?: 'tel' | 'text' | 'time' | 'search' | undefined;
  inputMode?: 'tel' | 'numeric' | undefined;
  autoComplete?: 'name' | 'tel' | 'country' | 'one-time-code' | 'off' | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  dir?: 'ltr' | undefined;
  rows?: number | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'data-field'?: string | undefined;
  /** React Native alone: the hint or the error. */
  accessibilityHint?: string | undefined;
}

interface ControlSlotProps {
  value: string;
  onChange: (value: string) => void;
  /** The error stands below it. */
  isInvalid: boolean;
  attributes: ControlAttributes;
}

/** A label stands above it, a hint and an error below. */
export interface InputSlotProps extends ControlSlotProps {
  /** For text of several lines. */
  isMultiline: boolean;
}

/** As an Input; the options may be many, as the countries are. */
export interface SelectSlotProps extends ControlSlotProps {
  options: readonly Option[];
}

export type BadgeSlotProps = Badge;

/** A notice, shown until it calls `onClose`; a new one takes the place of the one before. */
export interface ToastSlotProps extends CallbackNotice {
  onClose: () => void;
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
  Input: ComponentType<InputSlotProps>;
  Select: ComponentType<SelectSlotProps>;
  Badge: ComponentType<BadgeSlotProps>;
  /** Draws what `onNotify` gets; without it, nothing is drawn. */
  Toast: ComponentType<ToastSlotProps>;
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
