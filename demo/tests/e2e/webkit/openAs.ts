import { inject } from 'vitest';
import { type Person, signIn } from '../support/people.ts';
import type { Webkit } from './driver.ts';

/** Opens a page as this person: the pages keep who is signed in for each window. */
export async function openAs(webkit: Webkit, person: Person, path: string): Promise<void> {
  await webkit.open(`${inject('origin')}/demo/settings.js`);
  const session = JSON.stringify(await signIn(person));
  await webkit.run(`sessionStorage.setItem('market-session', arguments[0])`, session);
  await webkit.open(`${inject('origin')}/market${path}`);
}
