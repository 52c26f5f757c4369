/** What the views' smallest parts draw. */
import type { IconName } from './slots.ts';

/** Words and an icon beside the colour: colour alone carries no meaning. */
export interface Badge {
  label: string;
  icon: IconName;
  tone: 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** What choosing it means. */
  hint?: string | undefined;
  /** Cannot be chosen now; the question's hint gives the reason. */
  isDisabled?: boolean | undefined;
}

/** A label with its text. */
export interface Detail {
  label: string;
  text: string;
}

/** Something that a person can do now. */
export interface Action {
  label: string;
  run: () => void;
  isBusy: boolean;
}
