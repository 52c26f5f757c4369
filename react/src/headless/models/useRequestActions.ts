/** What can be done with one request: sends a change once, says how it went, and shows the newest version. */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useRef, useState } from 'react';
import { useCallbackContext } from '../context.ts';
import { later } from '../request.ts';
import { sentenceFor } from '../sentences.ts';

export interface RequestActions<Shown extends CallbackRequest | undefined = CallbackRequest> {
  /** The newest of what was given and what the server has answered. */
  request: Shown;
  /** Names the change that is on its way. */
  busyWith: string | undefined;
  error: string | undefined;
  /** For a live region: what has just happened. */
  announcement: string;
  /** Makes a change, unless one is on its way. Resolves with whether it succeeded, in which case `notice` is said. */
  perform: (name: string, notice: string, change: () => Promise<CallbackRequest>) => Promise<boolean>;
  /** Shows a version of the request that came from elsewhere, and says what has happened. */
  succeed: (answer: CallbackRequest, notice: string) => void;
}

type OnChange = (() => void) | undefined;

/** `onChange` is told of every success. */
export function useRequestActions(given: CallbackRequest, onChange?: OnChange): RequestActions;
export function useRequestActions(
  given: CallbackRequest | undefined,
  onChange?: OnChange,
): RequestActions<CallbackRequest | undefined>;
export function useRequestActions(
  given: CallbackRequest | undefined,
  onChange?: OnChange,
): RequestActions<CallbackRequest | undefined> {
  const { messages, onNotify } = useCallbackContext();
  const [answer, setAnswer] = useState<CallbackRequest>();
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();
  const [announcement, setAnnouncement] = useState('');
  const isBusy = useRef(false);

  function begin(name: string) {
    isBusy.current = true;
    setBusyWith(name);
    setError(undefined);
    setAnnouncement('');
  }
  function succeed(latest: CallbackRequest, notice: string) {
    setAnswer(latest);
    setError(undefined);
    setAnnouncement(notice);
    onNotify({ tone: 'success', message: notice });
    onChange?.();
  }
  async function perform(name: string, notice: string, change: () => Promise<CallbackRequest>) {
    if (isBusy.current) return false;
    begin(name);
    try {
      succeed(await change(), notice);
      return true;
    } catch (cause) {
      if (!isCallbackError(cause)) throw cause;
      setError(sentenceFor(messages, cause));
      return false;
    } finally {
      isBusy.current = false;
      setBusyWith(undefined);
    }
  }

  return { request: later(given, answer), busyWith, error, announcement, perform, succeed };
}
