'use client';
import { useMessages } from '../../../headless/messages/useMessages.ts';
import type { CallbackFormModel, DraftField } from '../../../headless/requests/form/formModel.ts';
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { PhoneField } from './PhoneField.tsx';

interface CallbackFormFieldProps {
  field: DraftField;
  model: CallbackFormModel;
}

/** One question of the form. */
export function CallbackFormField({ field, model }: CallbackFormFieldProps) {
  const { form: words } = useMessages();
  const { values, set, errors } = model;
  switch (field) {
    case 'phone':
      return <PhoneField model={model} />;
    case 'region':
      return null; // asked beside the number
    case 'name':
      return (
        <Field label={words.name} error={errors.name}>
          {(control) => (
            <input
              {...control}
              className="cb-input"
              type="text"
              data-field="name"
              name="name"
              autoComplete="name"
              required
              value={values.name}
              onChange={(event) => set('name', event.target.value)}
            />
          )}
        </Field>
      );
    case 'reason':
      return (
        <Field label={words.reason} remark={words.optional} error={errors.reason}>
          {(control) => (
            <Select
              {...control}
              data-field="reason"
              value={values.reason}
              options={model.reasons}
              onSelect={(reason) => set('reason', reason)}
            />
          )}
        </Field>
      );
    case 'days':
      return (
        <CheckboxGroup
          label={words.days}
          name="days"
          values={values.days}
          options={model.days}
          onToggle={model.toggleDay}
          hint={words.daysHint}
          error={errors.days}
        />
      );
    case 'time':
      return (
        <RadioGroup
          label={words.time}
          name="time"
          value={values.time}
          options={model.times}
          onSelect={(time) => set('time', time)}
          hint={model.zoneNote}
          error={errors.time}
        />
      );
    case 'priority':
      return (
        <RadioGroup
          label={words.priority}
          name="priority"
          value={values.priority}
          options={model.priorities}
          onSelect={(priority) => set('priority', priority)}
          error={errors.priority}
        />
      );
    case 'message':
      return (
        <Field label={words.message} remark={words.optional} hint={model.counter} error={errors.message}>
          {(control) => (
            <textarea
              {...control}
              className="cb-input"
              data-field="message"
              rows={3}
              value={values.message}
              onChange={(event) => set('message', event.target.value)}
            />
          )}
        </Field>
      );
  }
}
