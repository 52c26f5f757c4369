/** All attacks. */
import type { Attack } from '../support/attack.ts';
import { abuse } from './abuse.ts';
import { codes } from './codes.ts';
import { columns } from './columns.ts';
import { delivery } from './delivery.ts';
import { edits } from './edits.ts';
import { identity } from './identity.ts';
import { input } from './input.ts';
import { loop } from './loop.ts';
import { numbers } from './numbers.ts';
import { operators } from './operators.ts';
import { otherNames } from './otherNames.ts';
import { pages } from './pages.ts';
import { reading } from './reading.ts';
import { sessions } from './sessions.ts';
import { shadowing } from './shadowing.ts';
import { states } from './states.ts';
import { tables } from './tables.ts';
import { trust } from './trust.ts';

export const ATTACKS: Attack[] = [
  ...otherNames,
  ...identity,
  ...tables,
  ...columns,
  ...shadowing,
  ...states,
  ...input,
  ...numbers,
  ...reading,
  ...pages,
  ...abuse,
  ...codes,
  ...edits,
  ...loop,
  ...delivery,
  ...operators,
  ...sessions,
  ...trust,
];
