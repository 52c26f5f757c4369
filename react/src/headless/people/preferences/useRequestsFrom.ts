/** Whose requests the person takes as a seller. */
import { type Preferences, REQUESTS_FROM } from '@ringback/client';
import { preferencesWords } from '../../messages/en/preferences.ts';
import { useWords } from '../../messages/useWords.ts';
import type { SelectModel } from './selectModel.ts';
import { useChange } from './useChange.ts';

export function useRequestsFrom({ requests_from: value }: Preferences): SelectModel {
  const { title, options } = useWords(preferencesWords).preferences.requestsFrom;
  const { change, problem } = useChange();
  return {
    ...{ title, value, problem },
    options: REQUESTS_FROM.map((name) => ({ value: name, label: options[name] })),
    set: (chosen) => change({ requests_from: chosen }),
  };
}
