/** What the operator has changed and not saved: by the setting's name. */
import type { Setting, SettingValue } from '@ringback/client';
import { useState } from 'react';
import { isSame } from '../values.ts';

export interface Draft {
  values: Readonly<Record<string, SettingValue>>;
  count: number;
  /** A value that is the current one is no change. */
  set: (name: string, value: SettingValue) => void;
  discard: () => void;
}

export function useDraft(settings: readonly Setting[]): Draft {
  const [kept, setKept] = useState<Record<string, SettingValue>>({});
  const values = Object.fromEntries(
    Object.entries(kept).filter(
      ([name, value]) => !isSame(value, settings.find((setting) => setting.name === name)?.value ?? null),
    ),
  );
  return {
    values,
    count: Object.keys(values).length,
    set: (name, value) => setKept((before) => ({ ...before, [name]: value })),
    discard: () => setKept({}),
  };
}
