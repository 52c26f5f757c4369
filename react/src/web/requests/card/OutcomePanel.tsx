'use client';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { useParts } from '../../ui/useParts.ts';

/** After the tap on the number: how did the call go? */
export function OutcomePanel({ outcome }: { outcome: NonNullable<CallbackCardModel['outcome']> }) {
  const { Button } = useParts();
  const { question, options, choose, dismiss } = outcome;
  return (
    <fieldset className="cb-panel">
      <legend className="cb-panel-question">{question}</legend>
      <div className="cb-actions">
        {options.map(({ value, label, icon }, index) => (
          <Button
            key={value}
            variant={index === 0 ? 'primary' : 'outline'}
            size="md"
            icon={icon}
            isDisabled={dismiss.isBusy}
            onPress={() => choose(value)}
          >
            {label}
          </Button>
        ))}
        <Button variant="ghost" size="md" isBusy={dismiss.isBusy} onPress={dismiss.run}>
          {dismiss.label}
        </Button>
      </div>
    </fieldset>
  );
}
