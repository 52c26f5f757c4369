/** An attack: how it is tried, and the honest use beside it that must keep working. */
import type { Stage } from './stage.ts';

export type Attack = {
  name: string;
  /** Rejects when the attack succeeds. */
  attempt(stage: Stage): Promise<unknown>;
  /** Rejects when the honest use does not work. */
  control(stage: Stage): Promise<unknown>;
};

type Step = (stage: Stage) => Promise<unknown>;

export const attack = (name: string, attempt: Step, control: Step): Attack => ({ name, attempt, control });
