/** Confirming a number: what is typed, what was refused, when the code ends, and when another can be sent. */
import { type CallbackError, isCallbackError } from '@ringback/client';
import { useEffect, useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { type CodeWords, codeWords } from '../../messages/en/code.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useAction } from '../../ui/useAction.ts';
import { draftsOf } from '../form/draft.ts';
import { usePhoneText } from '../form/usePhoneText.ts';
import { useConfirmCallbackCode } from '../write/useConfirmCallbackCode.ts';
import type { CodeStepModel, CodeStepOptions } from './codeModel.ts';

export function useCodeStep(options: CodeStepOptions): CodeStepModel {
  const { request, onAnswer, changeNumber } = options;
  const messages = useWords(codeWords);
  const { code: words, codeErrors } = messages;
  const { memory } = useCallbackContext();
  const format = useFormat();
  const now = useSeconds();
  const phone = usePhoneText(request.requester_phone) ?? '';
  const { confirmCallbackCode, resendCallbackCode } = useConfirmCallbackCode();
  const [value, setValue] = useState('');
  const [refused, setRefused] = useState<{ text: string }>();
  const timing = timingOf(request.phone_code, now);

  function fail(cause: unknown) {
    if (!isCallbackError(cause)) throw cause;
    setRefused({ text: refusalText(messages, cause) ?? errorText(messages, cause) });
  }
  const submit = useAction(words.confirm, async () => {
    if (value.length !== 6) return setRefused({ text: codeErrors.format });
    try {
      const answer = await confirmCallbackCode(request.id, { code: value });
      if (request.listing_id !== null) draftsOf(memory).drop(request.listing_id);
      onAnswer(answer, answer.status === 'pending' ? words.confirmed : codeErrors.conflict);
    } catch (cause) {
      setValue('');
      fail(cause);
    }
  });
  const resend = useAction(words.resend, async () => {
    try {
      const answer = await resendCallbackCode(request.id);
      setValue('');
      setRefused(undefined);
      onAnswer(answer, answer.is_waiting_for_code ? words.resent : messages.statusNotes.checking);
    } catch (cause) {
      fail(cause);
    }
  });
  const change = useAction(words.changeNumber, async () => changeNumber?.().catch(fail));

  return {
    title: words.title,
    sentence: words.sent(phone),
    label: words.label,
    value,
    set(text) {
      setValue(digitsOf(text));
      setRefused(undefined);
    },
    error: timing.isOver
      ? codeErrors.ended
      : (refused?.text ?? (timing.isExpired ? codeErrors.code_expired : undefined)),
    focus: refused,
    validity:
      timing.expiresAt && !timing.isExpired ? words.validUntil(format.clock(timing.expiresAt)) : undefined,
    submit: { ...submit, label: submit.isBusy ? words.confirming : submit.label },
    resend: timing.resendIn === 0 && !timing.isOver ? resend : undefined,
    resendNote: timing.isOver
      ? undefined
      : timing.resendIn === undefined
        ? words.noMore
        : timing.resendIn > 0
          ? words.resendIn(timing.resendIn)
          : undefined,
    changeNumber: changeNumber && change,
  };
}

/** Of any script's digits; spaces and hyphens are no matter. */
function digitsOf(text: string): string {
  const digits = text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return digits.replace(/\D/g, '').slice(0, 6);
}

function refusalText(
  { code: words, codeErrors }: CodeWords,
  { code, triesLeft, limit }: CallbackError,
): string | undefined {
  if (code === 'wrong_code') return codeErrors.wrong(triesLeft ?? 0);
  if (limit === 'code_resend') return codeErrors.code_resend;
  if (limit === 'codes_per_request') return words.noMore;
  return code === 'no_tries_left' || code === 'code_expired' || code === 'conflict'
    ? codeErrors[code]
    : undefined;
}

/** `resendIn`: seconds until another code can be sent; undefined where none can. `isOver`: the request has ended. */
function timingOf(code: CodeStepOptions['request']['phone_code'], now: number) {
  if (!code) return { expiresAt: undefined, isExpired: false, isOver: false, resendIn: undefined };
  const expiresAt = new Date(code.expires_at);
  const left = code.resend_at && Math.max(0, Math.ceil((Date.parse(code.resend_at) - now) / 1000));
  return {
    expiresAt,
    isExpired: expiresAt.getTime() <= now,
    isOver: Date.parse(code.confirm_until) <= now,
    resendIn: left === null ? undefined : Number(left),
  };
}

/** The time, to the second. */
function useSeconds(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
