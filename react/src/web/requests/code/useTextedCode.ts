import { useEffect, useRef } from 'react';

/**
 * Chromium on Android asks whether to hand over the code of an SMS whose last line names this page (WebOTP). It asks once
 * for each call, so each code that is sent, `sent`, gets one of its own.
 */
export function useTextedCode(sent: string | undefined, take: (code: string) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another code asks again
  useEffect(() => {
    if (!('OTPCredential' in globalThis)) return;
    const stop = new AbortController();
    const asked = { otp: { transport: ['sms'] }, signal: stop.signal } as CredentialRequestOptions;
    navigator.credentials
      .get(asked)
      .then((given) => {
        const { code } = (given ?? {}) as { code?: string };
        if (code) latest.current(code);
      })
      .catch(() => {}); // declined, or it took too long
    return () => stop.abort();
  }, [sent]);
}
