'use client';
import type { FormField, TextQuestion } from '../../../headless/requests/form/formModel.ts';
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';

/** One question of the form, by the kind of its answer. */
export function CallbackFormField({ field }: { field: FormField }) {
  switch (field.kind) {
    case 'choices':
      return <CheckboxGroup {...field} />;
    case 'choice':
      return <RadioGroup {...field} />;
    case 'select':
    case 'country':
      return (
        <Field {...field}>
          {(control) => (
            <Select
              {...control}
              data-field={field.name}
              value={field.value}
              options={field.options}
              onSelect={field.set}
            />
          )}
        </Field>
      );
    default:
      return <TextField {...field} />;
  }
}

function TextField({ kind, name, value, set, autoComplete, isRequired, ...question }: TextQuestion) {
  return (
    <Field {...question}>
      {(control) => {
        const input = {
          ...control,
          className: 'cb-input',
          'data-field': name,
          value,
          onChange: (event: { target: { value: string } }) => set(event.target.value),
        };
        if (kind === 'text') return <textarea {...input} rows={3} />;
        return (
          <input
            {...input}
            type="text"
            name={autoComplete}
            autoComplete={autoComplete}
            required={isRequired}
          />
        );
      }}
    </Field>
  );
}
