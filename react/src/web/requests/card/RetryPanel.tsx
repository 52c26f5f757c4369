'use client';
import { useEffect, useRef } from 'react';
import type { RetryModel } from '../../../headless/requests/card/cardModel.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useParts } from '../../ui/useParts.ts';

/** After a call that was not answered: when the seller will try again. */
export function RetryPanel({ retry }: { retry: RetryModel }) {
  const { Button } = useParts();
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => panel.current?.focus(), []); // the button that was pressed is gone
  const { question, suggestions, choose, none, other, isBusy } = retry;
  return (
    <fieldset ref={panel} className="cb-panel" tabIndex={-1}>
      <legend className="cb-panel-question">{question}</legend>
      <div className="cb-actions">
        {suggestions.map(({ value, label }) => (
          <Button key={value} variant="outline" size="md" isDisabled={isBusy} onPress={() => choose(value)}>
            {label}
          </Button>
        ))}
        {!other.isOpen && (
          <Button variant="outline" size="md" icon="clock" isDisabled={isBusy} onPress={other.open}>
            {other.label}
          </Button>
        )}
        <Button variant="ghost" size="md" isBusy={none.isBusy} onPress={none.run}>
          {none.label}
        </Button>
      </div>
      {other.isOpen && <OwnTime other={other} />}
    </fieldset>
  );
}

function OwnTime({ other: { day, time, save, error } }: Pick<RetryModel, 'other'>) {
  const { Button } = useParts();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => fields.current?.querySelector<HTMLElement>('[data-field]')?.focus(), []);
  return (
    <div ref={fields} className="cb-own-time">
      {[day, time].map(({ label, value, options, set }, index) => (
        <Field key={label} label={label} error={index === 1 ? error : undefined}>
          {(control) => (
            <Select
              value={value}
              options={options}
              onChange={set}
              isInvalid={error !== undefined}
              attributes={{ ...control, 'data-field': index === 0 ? 'day' : 'time' }}
            />
          )}
        </Field>
      ))}
      <Button variant="secondary" size="md" isBusy={save.isBusy} isDisabled={!!error} onPress={save.run}>
        {save.label}
      </Button>
    </div>
  );
}
