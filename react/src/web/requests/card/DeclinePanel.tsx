'use client';
import { useEffect, useRef } from 'react';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { Field } from '../../ui/Field.tsx';
import { useParts } from '../../ui/useParts.ts';

/** Asks the seller for the reason, and to confirm. */
export function DeclinePanel({ declining }: { declining: NonNullable<CallbackCardModel['declining']> }) {
  const { Button } = useParts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { takesFocus } = declining;
  useEffect(() => {
    if (takesFocus) field.current?.focus(); // the button that was pressed is gone
  }, [takesFocus]);
  return (
    <div className="cb-panel">
      <Field label={declining.label} hint={declining.hint} error={declining.error}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="cb-input"
            rows={2}
            value={declining.reason}
            onChange={(event) => declining.setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="cb-actions">
        {declining.suggestions.map((reason) => (
          <Button key={reason} variant="outline" size="sm" onPress={() => declining.suggest(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <div className="cb-actions">
        <Button variant="danger" size="md" isBusy={declining.confirm.isBusy} onPress={declining.confirm.run}>
          {declining.confirm.label}
        </Button>
        <Button variant="ghost" size="md" onPress={declining.cancel.run}>
          {declining.cancel.label}
        </Button>
      </div>
    </div>
  );
}
