'use client';
import { type FormEvent, useEffect, useRef } from 'react';
import type {
  QuietHoursModel,
  QuietHoursQuestion,
} from '../../../headless/people/preferences/useQuietHours.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { useParts } from '../../ui/useParts.ts';
import { Section } from './Section.tsx';

/** When nothing is sent. */
export function QuietHoursView({ model }: { model: QuietHoursModel }) {
  const { title, hint, enabled, fields, error, notice, save } = model;
  const { Button } = useParts();
  const form = useFocusOnRefusal(model.focus);
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.run();
  };
  return (
    <Section title={title} hint={hint} problem={error}>
      <form ref={form} className="cb-quiet-hours" noValidate onSubmit={send}>
        <Checkbox {...enabled} />
        {fields && (
          <>
            <TimeField {...fields.from} />
            <TimeField {...fields.until} />
            <ZoneField {...fields.zone} />
            <Checkbox {...fields.urgent} />
          </>
        )}
        <StatusMessage notice={notice} />
        <input type="submit" hidden /> {/* Enter in a field saves, whatever the host's button is made of */}
        <Button variant="primary" size="md" isBusy={save.isBusy} onPress={save.run}>
          {save.label}
        </Button>
      </form>
    </Section>
  );
}

function TimeField({ name, label, value, error, set }: QuietHoursQuestion) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          value={value}
          isMultiline={false}
          isInvalid={error !== undefined}
          attributes={{ ...control, type: 'time', 'data-field': name }}
          onChange={set}
        />
      )}
    </Field>
  );
}

function ZoneField({ name, label, value, error, options, set }: QuietHoursQuestion) {
  return (
    <div className="cb-quiet-hours-zone">
      <Field label={label} error={error}>
        {(control) => (
          <Select
            value={value}
            options={options}
            isInvalid={error !== undefined}
            attributes={{ ...control, 'data-field': name }}
            onChange={set}
          />
        )}
      </Field>
    </div>
  );
}

/** Leads to the first field that was refused, each time. */
function useFocusOnRefusal(focus: QuietHoursModel['focus']) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>(`[data-field="${focus.field}"]`)?.focus();
  }, [focus]);
  return form;
}
