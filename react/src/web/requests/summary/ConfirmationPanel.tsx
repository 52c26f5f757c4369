'use client';
import type { Confirmation } from '../../../headless/requests/summary/summaryModel.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useParts } from '../../ui/useParts.ts';

/** After a completed call: whether it took place, and how it was. */
export function ConfirmationPanel({ confirmation }: { confirmation: Confirmation }) {
  const { Button } = useParts();
  const { question, options, answer, choose, rating, until, isBusy } = confirmation;
  return (
    <div className="cb-panel">
      <fieldset className="cb-field">
        <legend className="cb-label">{question}</legend>
        <div className="cb-actions">
          {options.map(({ value, label }) => (
            <Button
              key={value}
              variant={value === answer ? 'secondary' : 'outline'}
              size="md"
              icon={value === answer ? 'check' : undefined}
              isDisabled={isBusy}
              onPress={() => choose(value)}
            >
              {label}
            </Button>
          ))}
        </div>
      </fieldset>
      {rating && <RadioGroup {...rating} name="rating" />}
      {answer && <p className="cb-muted">{until}</p>}
    </div>
  );
}
