/** An id or another short text, to be copied by one press. */
import { useState } from 'react';
import { shared } from '../texts/en.ts';
import { Icon } from './Icon.tsx';

const SHOWN_MS = 2_000;

export function Copy({ text, what }: { text: string; what: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SHOWN_MS);
  };
  return (
    <button
      type="button"
      className="copy"
      aria-label={`${shared.copy.label(what)}: ${text}`}
      title={shared.copy.label(what)}
      onClick={() => void copy()}
    >
      <code>{text}</code>
      <Icon name={isCopied ? 'check' : 'copy'} />
      <span className="visually-hidden" role="status">
        {isCopied && shared.copy.done}
      </span>
    </button>
  );
}
