'use client';
import type { ChoiceQuestion, TextQuestion } from '../../../headless/requests/form/formModel.ts';
import { Field } from '../../ui/Field.tsx';
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
            aria-label={country.label}
            aria-invalid={country.error ? true : undefined}
            data-field={country.name}
            autoComplete="country"
            value={country.value}
            options={country.options}
            onSelect={country.set}
          />
          <input
            {...control}
            className="cb-input"
            type="tel"
            dir="ltr"
            data-field={phone.name}
            name="tel"
            autoComplete="tel"
            required={phone.isRequired}
            value={phone.value}
            onChange={(event) => phone.set(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
