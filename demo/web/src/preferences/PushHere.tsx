/**
 * Push to this browser: whether it is on, the way to turn it on or off, and what to do where neither is
 * possible.
 */
import { type CallbackPush, PushError } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePush } from './push.ts';

export function PushHere() {
  const words = useWords().preferences.push;
  const push = usePush();
  const { status, busy, turnOn, turnOff } = push;
  const isOn = status === 'on';
  return (
    <section className="panel-box" aria-labelledby="push">
      <div className="push">
        <div>
          <h2 id="push">{words.title}</h2>
          <p role="status">{busy && status === 'off' ? words.asking : words[status]}</p>
        </div>
        {(isOn || status === 'off') && (
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => !busy && (isOn ? turnOff() : turnOn())}
          >
            {isOn ? words.turnOff : words.turnOn}
          </button>
        )}
      </div>
      <Problem error={push.error} />
      <p className="quiet">{words.service}</p>
    </section>
  );
}

function Problem({ error }: Pick<CallbackPush, 'error'>) {
  const words = useWords().preferences.push;
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <p className="problem" role="alert">
      <Icon name="alert" />
      {error instanceof PushError ? words.errors[error.code] : errorText(error)}
    </p>
  );
}
