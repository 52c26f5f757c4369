'use client';
import { useMessages } from '../../../headless/messages/useMessages.ts';
import type { CallbackFormModel } from '../../../headless/requests/form/formModel.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';

/** The number with the country in which it is read. */
export function PhoneField({ model }: { model: CallbackFormModel }) {
  const { form: words } = useMessages();
  const { values, set, errors } = model;
  return (
    <Field label={words.phone} hint={model.phoneHint} error={errors.phone ?? errors.region}>
      {(control) => (
        <div className="cb-phone">
          <Select
            aria-label={words.country}
            aria-invalid={errors.region ? true : undefined}
            data-field="region"
            autoComplete="country"
            value={values.region}
            options={model.countries}
            onSelect={(region) => set('region', region)}
          />
          <input
            {...control}
            className="cb-input"
            type="tel"
            dir="ltr"
            data-field="phone"
            name="tel"
            autoComplete="tel"
            required={!model.phoneHint}
            value={values.phone}
            onChange={(event) => set('phone', event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
