/** The rules of the world's phone numbers, loaded when a form opens: they are larger than all the rest. */
import { useEffect, useState } from 'react';

export type PhoneRules = typeof import('@ringback/client/phone');

let loading: Promise<PhoneRules> | undefined;

/** The rules; a failed load is tried again at the next call. */
export async function loadPhoneRules(): Promise<PhoneRules> {
  loading ??= import('@ringback/client/phone');
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** The rules once they are there; loading begins when they are `wanted`. */
export function usePhoneRules(wanted: boolean): PhoneRules | undefined {
  const [rules, setRules] = useState<PhoneRules>();
  useEffect(() => {
    // Without a connection the load fails; sending says so.
    if (wanted) loadPhoneRules().then(setRules, () => {});
  }, [wanted]);
  return rules;
}
