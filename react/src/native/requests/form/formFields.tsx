/** How each field of the form is asked. */
import type { ComponentType } from 'react';
import { useMessages } from '../../../headless/messages/useMessages.ts';
import type { CallbackFormModel, DraftField } from '../../../headless/requests/form/formModel.ts';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import type { FieldProps } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface FormFieldProps extends Pick<FieldProps, 'error' | 'focus'> {
  form: CallbackFormModel;
}

function RegionField({ form, ...state }: FormFieldProps) {
  const words = useMessages().form;
  return (
    <Select
      {...state}
      label={words.country}
      searchLabel={words.chooseCountry}
      options={form.countries}
      value={form.values.region}
      onChange={(region) => form.set('region', region)}
    />
  );
}

/** The groups of a number keep their order among words that run from right to left. */
const DIGITS = { writingDirection: 'ltr' } as const;

function PhoneField({ form, ...state }: FormFieldProps) {
  return (
    <TextField
      {...state}
      label={useMessages().form.phone}
      hint={form.phoneHint}
      value={form.values.phone}
      onChangeText={(phone) => form.set('phone', phone)}
      keyboardType="phone-pad"
      autoComplete="tel"
      textContentType="telephoneNumber"
      style={DIGITS}
    />
  );
}

function NameField({ form, ...state }: FormFieldProps) {
  return (
    <TextField
      {...state}
      label={useMessages().form.name}
      value={form.values.name}
      onChangeText={(name) => form.set('name', name)}
      autoComplete="name"
      textContentType="name"
      autoCapitalize="words"
    />
  );
}

function ReasonField({ form, ...state }: FormFieldProps) {
  return (
    <Select
      {...state}
      label={useMessages().form.reason}
      options={form.reasons}
      value={form.values.reason}
      onChange={(reason) => form.set('reason', reason)}
    />
  );
}

function DaysField({ form, ...state }: FormFieldProps) {
  const words = useMessages().form;
  return (
    <ChipGroup
      {...state}
      role="checkbox"
      label={words.days}
      hint={words.daysHint}
      options={form.days}
      chosen={form.values.days}
      onPress={form.toggleDay}
    />
  );
}

function TimeField({ form, ...state }: FormFieldProps) {
  return (
    <ChipGroup
      {...state}
      role="radio"
      label={useMessages().form.time}
      hint={form.zoneNote}
      options={form.times}
      chosen={[form.values.time]}
      onPress={(time) => form.set('time', time)}
    />
  );
}

function PriorityField({ form, ...state }: FormFieldProps) {
  return (
    <ChipGroup
      {...state}
      role="radio"
      label={useMessages().form.priority}
      options={form.priorities}
      chosen={[form.values.priority]}
      onPress={(priority) => form.set('priority', priority)}
    />
  );
}

function MessageField({ form, ...state }: FormFieldProps) {
  const words = useMessages().form;
  return (
    <TextField
      {...state}
      multiline
      label={`${words.message} (${words.optional})`}
      hint={form.counter}
      value={form.values.message}
      onChangeText={(message) => form.set('message', message)}
    />
  );
}

export const FORM_FIELDS: Readonly<Record<DraftField, ComponentType<FormFieldProps>>> = {
  region: RegionField,
  phone: PhoneField,
  name: NameField,
  reason: ReasonField,
  days: DaysField,
  time: TimeField,
  priority: PriorityField,
  message: MessageField,
};
