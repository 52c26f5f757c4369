/** The rules of the world's phone numbers, loaded when a form opens: they are larger than all the rest. */
import { createLazyPart, type PartState, useLazyPart } from '../../platform/lazyPart.ts';

export type PhoneRules = typeof import('@ringback/client/phone');

const phoneRules = createLazyPart(() => import('@ringback/client/phone'));

export const loadPhoneRules = phoneRules.load;

/** How far the rules are; loading begins when they are `wanted`. Without a connection it fails; sending says so. */
export function usePhoneRules(isWanted: boolean): PartState<PhoneRules> {
  return useLazyPart(phoneRules, isWanted);
}
