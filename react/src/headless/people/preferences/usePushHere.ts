/**
 * Push to this browser: whether it is on, the way to turn it on or off, and what to do where neither is
 * possible.
 */
import { preferencesWords } from '../../messages/en/preferences.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import type { Action } from '../../ui/parts.ts';
import { PushError, type PushWorker } from '../pushBrowser.ts';
import { useCallbackPush } from '../useCallbackPush.ts';

export interface PushHereModel {
  title: string;
  /** How it stands. */
  text: string;
  /** By whom pushes go. */
  hint: string;
  toggle: Action | undefined;
  problem: string | undefined;
}

export function usePushHere(worker: PushWorker): PushHereModel {
  const messages = useWords(preferencesWords);
  const { pushHere: words } = messages;
  const { status, busy, error, turnOn, turnOff } = useCallbackPush(worker);
  const isOn = status === 'on';
  const run = () => void (isOn ? turnOff() : turnOn());
  const toggle = { label: isOn ? words.turnOff : words.turnOn, run, isBusy: busy };
  return {
    ...{ title: words.title, hint: words.service },
    text: busy && status === 'off' ? words.asking : words[status],
    toggle: isOn || status === 'off' ? toggle : undefined,
    problem: error
      ? error instanceof PushError
        ? words.errors[error.code]
        : errorText(messages, error)
      : undefined,
  };
}
