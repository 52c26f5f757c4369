/** All attacks. */
import type { Attack } from '../support/attack.ts';
import { abuse } from './abuse.ts';
import { identity } from './identity.ts';
import { input } from './input.ts';
import { reading } from './reading.ts';
import { shadowing } from './shadowing.ts';
import { states } from './states.ts';
import { tables } from './tables.ts';

export const ATTACKS: Attack[] = [
  ...identity,
  ...tables,
  ...shadowing,
  ...states,
  ...input,
  ...reading,
  ...abuse,
];
