/** All attacks. */
import type { Attack } from '../support/attack.ts';
import { shadowing } from './shadowing.ts';

export const ATTACKS: Attack[] = [...shadowing];
