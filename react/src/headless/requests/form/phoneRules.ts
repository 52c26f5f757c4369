/** The rules of the world's phone numbers, loaded when a form opens: they are larger than all the rest. */
import { createLazyPart, type PartState, useLazyPart } from '../../platform/lazyPart.ts';

export type PhoneRules = typeof import('@ringback/client/phone');

const phoneRules = createLazyPart(() => import('@ringback/client/phone'));

export const loadPhoneRules = phoneRules.load;

/** How far the rules are loaded; loading starts when they are wanted. */
export function usePhoneRules(isWanted: boolean): PartState<PhoneRules> {
  return useLazyPart(phoneRules, isWanted);
}
