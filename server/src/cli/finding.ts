/** What `ringback doctor` says of one thing that it looked at. */
export interface Finding {
  level: 'ok' | 'info' | 'skip' | 'warn' | 'fail';
  /** What was looked at and found; for warn and fail also the cure, for skip the reason. */
  text: string;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const info = (text: string): Finding => ({ level: 'info', text });
export const skip = (text: string): Finding => ({ level: 'skip', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const fail = (text: string): Finding => ({ level: 'fail', text });
