/** To whom a kept message went: a person of the demo, by the address or the number. */
import { makePeople } from '../people.ts';
import type { Kept } from './mailbox.ts';

export interface Recipient {
  /** The person's id; for one who is not of the demo, the address. */
  id: string;
  name: string;
}

const people = new Map<string, Recipient>();
for (const { id, displayName: name, email, privatePhone } of makePeople())
  for (const address of [email, privatePhone]) people.set(address, { id, name });

export function recipientOf({ to }: Kept): Recipient {
  return people.get(to) ?? { id: to, name: to };
}

/** Each recipient once, by name, and how many messages there are for them. */
export function recipientsOf(items: Kept[]): (Recipient & { count: number })[] {
  const found = new Map<string, Recipient & { count: number }>();
  for (const item of items) {
    const recipient = recipientOf(item);
    found.set(recipient.id, { ...recipient, count: (found.get(recipient.id)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
