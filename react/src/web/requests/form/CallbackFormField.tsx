'use client';
import type { FormField, TextQuestion } from '../../../headless/requests/form/formModel.ts';
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
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
              value={field.value}
              options={field.options}
              onChange={field.set}
              isInvalid={field.error !== undefined}
              attributes={{ ...control, 'data-field': field.name }}
            />
          )}
        </Field>
      );
    default:
      return <TextField {...field} />;
  }
}

function TextField({ kind, name, value, set, autoComplete, isRequired, ...question }: TextQuestion) {
  const help = kind === 'text' ? { rows: 3 } : { name: autoComplete, autoComplete, required: isRequired };
  return (
    <Field {...question}>
      {(control) => (
        <Input
          value={value}
          onChange={set}
          isMultiline={kind === 'text'}
          isInvalid={question.error !== undefined}
          attributes={{ ...control, ...help, 'data-field': name }}
        />
      )}
    </Field>
  );
}
