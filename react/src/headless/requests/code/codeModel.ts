/** The step in which a buyer confirms the number by a code, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action } from '../../ui/parts.ts';

/** For `useCodeStep`. */
export interface CodeStepOptions {
  /** One with `is_waiting_for_code`. */
  request: CallbackRequest;
  /** With what the server answered: the request is sent, or has another code, or waits for an operator. */
  onAnswer: (answer: CallbackRequest, notice: string) => void;
  /** Withdraws the request and leads back to the form; undefined where there is none. */
  changeNumber: (() => Promise<unknown>) | undefined;
}

export interface CodeStepModel {
  title: string;
  /** Where the code went, and what to do. */
  sentence: string;
  label: string;
  value: string;
  /** Takes what is typed or pasted, and keeps its digits. */
  set: (text: string) => void;
  /** Why the code was refused, or that it has expired. */
  error: string | undefined;
  /** A new object at each refusal: the focus belongs into the field. */
  focus: object | undefined;
  /** "Valid until 14:05". */
  validity: string | undefined;
  submit: Action;
  /** Undefined while `resendNote` says when, or why not. */
  resend: Action | undefined;
  resendNote: string | undefined;
  changeNumber: Action | undefined;
}
