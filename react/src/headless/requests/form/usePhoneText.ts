import { useCallbackContext } from '../../platform/context.ts';
import { usePhoneRules } from './phoneRules.ts';

/** A number as the reader writes numbers, once the rules are there; null without one. */
export function usePhoneText(phone: string | null): string | null {
  const { region } = useCallbackContext();
  const { module: rules } = usePhoneRules(phone !== null);
  return phone && (rules?.formatPhone(phone, region) ?? phone);
}
