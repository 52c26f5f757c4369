import type { Option } from '../../ui/parts.ts';

/** A section that is one choice from a list, kept as soon as it is made. */
export interface SelectModel {
  title: string;
  value: string;
  options: readonly Option[];
  set: (value: string) => void;
  problem: string | undefined;
}
