/** What the views' smallest parts draw. */
import type { IconName } from './icons.ts';

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
  /** The language of the label, where it is another one than the page's. */
  lang?: string | undefined;
  /** Cannot be chosen now; the question's hint gives the reason. */
  isDisabled?: boolean | undefined;
}

/** Something that is on or off. */
export interface Toggle {
  label: string;
  value: boolean;
  set: (value: boolean) => void;
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

/** One choice among a few that are all in sight, such as the status of a list. */
export interface TabsModel<Value extends string = string> {
  /** What is chosen; not drawn, but read out. */
  label: string;
  tabs: { value: Value; label: string; count: string | undefined }[];
  value: Value;
  choose: (value: Value) => void;
}

/** A link to a page of the app, drawn around words or other content. */
export interface LinkProps<Content> {
  href: string;
  /** On the web alone, in place of the look of a link. */
  className?: string | undefined;
  accessibilityLabel?: string | undefined;
  /** Runs before the page is opened. */
  onPress?: (() => void) | undefined;
  children: Content;
}
