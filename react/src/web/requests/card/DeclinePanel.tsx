'use client';
import { useEffect, useRef } from 'react';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { useParts } from '../../ui/useParts.ts';

/** Asks the seller for the reason, and to confirm. */
export function DeclinePanel({ declining }: { declining: NonNullable<CallbackCardModel['declining']> }) {
  const { Button } = useParts();
  const panel = useRef<HTMLDivElement>(null);
  const { takesFocus } = declining;
  useEffect(() => {
    // The button that was pressed is gone.
    if (takesFocus) panel.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, [takesFocus]);
  return (
    <div ref={panel} className="cb-panel">
      <Field label={declining.label} hint={declining.hint} error={declining.error}>
        {(control) => (
          <Input
            value={declining.reason}
            onChange={declining.setReason}
            isMultiline
            isInvalid={declining.error !== undefined}
            attributes={{ ...control, rows: 2, 'data-field': 'reason' }}
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
