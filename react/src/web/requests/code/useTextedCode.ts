import { useEffect, useRef } from 'react';

/** Chromium on Android asks whether to hand over the code of an SMS whose last line names this page (WebOTP). */
export function useTextedCode(take: (code: string) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!('OTPCredential' in globalThis)) return;
    const stop = new AbortController();
    const asked = { otp: { transport: ['sms'] }, signal: stop.signal } as CredentialRequestOptions;
    navigator.credentials
      .get(asked)
      .then((given) => latest.current((given as (Credential & { code?: string }) | null)?.code ?? ''))
      .catch(() => {}); // declined, or it took too long
    return () => stop.abort();
  }, []);
}
