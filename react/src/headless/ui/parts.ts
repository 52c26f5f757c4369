/** What the views' smallest parts draw. */
import type { IconName } from './slots.ts';

/** Words and an icon beside the colour, so that nothing is told by colour alone. */
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
}

/** Something that a person can do now. */
export interface Action {
  label: string;
  run: () => void;
  isBusy: boolean;
}
