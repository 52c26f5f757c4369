/** The rules of the world's phone numbers, loaded when a form opens: they are larger than all the rest. */
import { createLazyPart, useLazyPart } from '../lazyPart.ts';

export type PhoneRules = typeof import('@ringback/client/phone');

const phoneRules = createLazyPart(() => import('@ringback/client/phone'));

export const loadPhoneRules = phoneRules.load;

/** The rules once they are there; loading begins when they are `wanted`. Without a connection it fails; sending says so. */
export function usePhoneRules(isWanted: boolean): PhoneRules | undefined {
  return useLazyPart(phoneRules, isWanted).module;
}
