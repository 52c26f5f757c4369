/** A callback request: what people send, and what the answers hold. */

export * from './requests/answers.ts';
export * from './requests/sent.ts';
