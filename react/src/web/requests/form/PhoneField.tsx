'use client';
import type { ChoiceQuestion, TextQuestion } from '../../../headless/requests/form/formModel.ts';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';

interface PhoneFieldProps {
  phone: TextQuestion;
  country: ChoiceQuestion;
}

/** The number with the country in which it is read. */
export function PhoneField({ phone, country }: PhoneFieldProps) {
  return (
    <Field {...phone} error={phone.error ?? country.error}>
      {(control) => (
        <div className="cb-phone">
          <Select
            value={country.value}
            options={country.options}
            onChange={country.set}
            isInvalid={country.error !== undefined}
            attributes={{
              'aria-label': country.label,
              'aria-invalid': country.error ? true : undefined,
              'data-field': country.name,
              autoComplete: 'country',
            }}
          />
          <Input
            value={phone.value}
            onChange={phone.set}
            isMultiline={false}
            isInvalid={phone.error !== undefined}
            attributes={{ ...control, ...TYPING, required: phone.isRequired, 'data-field': phone.name }}
          />
        </div>
      )}
    </Field>
  );
}

/** Digits run from left to right in every language. */
const TYPING = { type: 'tel', inputMode: 'tel', dir: 'ltr', name: 'tel', autoComplete: 'tel' } as const;
