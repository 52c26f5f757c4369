'use client';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { inboxWords } from '../../../headless/messages/en/inbox.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import { createLazyPart, useLazyPart } from '../../../headless/platform/lazyPart.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useParts } from '../../ui/useParts.ts';

const qrCodes = createLazyPart(() => import('uqr'));

interface NumberProps {
  call: NonNullable<CallbackCardModel['call']>;
}

/** For a seller whose telephone is another device. */
export function NumberTools({ call }: NumberProps) {
  return call.href === undefined ? <ShowNumber call={call} /> : <Tools href={call.href} />;
}

/** While it is masked. */
function ShowNumber({ call }: NumberProps) {
  const { Button } = useParts();
  const { number: words } = useWords(inboxWords);
  return (
    <div className="cb-actions">
      <Button variant="outline" size="sm" isBusy={call.isRevealing} onPress={() => void call.reveal()}>
        {words.show}
      </Button>
    </div>
  );
}

function Tools({ href }: { href: string }) {
  const { Button } = useParts();
  const { number: words } = useWords(inboxWords);
  const [isCodeOpen, setCodeOpen] = useState(false);
  const number = href.replace('tel:', '');
  const { copy, result } = useCopy(number);
  return (
    <div className="cb-inbox-number">
      <div className="cb-actions">
        <Button variant="outline" size="sm" onPress={copy}>
          {words.copy}
        </Button>
        {useIsDesk() && (
          <Button variant="outline" size="sm" onPress={() => setCodeOpen(!isCodeOpen)}>
            {isCodeOpen ? words.hideCode : words.showCode}
          </Button>
        )}
      </div>
      {result === 'copied' && (
        <p className="cb-muted" aria-hidden="true">
          {words.copied}
        </p>
      )}
      {result === 'refused' && <NumberField label={words.select} number={number} />}
      {isCodeOpen && <QrCode text={href} label={words.code} />}
      <LiveRegion>{result === 'copied' ? words.copied : undefined}</LiveRegion>
    </div>
  );
}

/** Browsers refuse it to frames, to pages without HTTPS and to people who said no. */
function useCopy(text: string) {
  const [result, setResult] = useState<'copied' | 'refused'>();
  async function copy() {
    setResult(undefined);
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      setResult('refused');
    }
  }
  return { copy: () => void copy(), result };
}

/** Selected already, so that it can be copied by hand. */
function NumberField({ label, number }: { label: string; number: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <label className="cb-field">
      <span className="cb-hint">{label}</span>
      <input ref={field} className="cb-input" dir="ltr" readOnly value={number} />
    </label>
  );
}

/** Dark on light in every theme, or cameras do not read it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { module: codes } = useLazyPart(qrCodes, true);
  const code = codes?.encode(text, { border: 2 });
  return (
    <figure className="cb-qr">
      <svg viewBox={`0 0 ${code?.size ?? 1} ${code?.size ?? 1}`} role="img" aria-label={label}>
        <path d={code && pathOf(code.data)} />
      </svg>
      <figcaption className="cb-muted" aria-hidden="true">
        {label}
      </figcaption>
    </figure>
  );
}

const pathOf = (rows: readonly (readonly boolean[])[]) =>
  rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('');

const POINTER = '(pointer: fine)';

/** A mouse and no touch: hardly a telephone. */
function useIsDesk(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(POINTER);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(POINTER).matches && navigator.maxTouchPoints === 0,
    () => false,
  );
}
