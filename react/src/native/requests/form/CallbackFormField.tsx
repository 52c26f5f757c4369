/** One question of the form, by the kind of its answer. */
import type { TextInputProps } from 'react-native';
import { buyerWords } from '../../../headless/messages/en/buyer.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { FormField, TextQuestion } from '../../../headless/requests/form/formModel.ts';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import type { FieldProps } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface CallbackFormFieldProps extends Pick<FieldProps, 'focus'> {
  field: FormField;
}

export function CallbackFormField({ field, focus }: CallbackFormFieldProps) {
  const { chooseCountry } = useWords(buyerWords).form;
  const { label, hint, error, remark } = field;
  const question = { label: remark ? `${label} (${remark})` : label, hint, error, focus };
  switch (field.kind) {
    case 'choices':
      return (
        <ChipGroup
          {...question}
          role="checkbox"
          options={field.options}
          chosen={field.values}
          onPress={field.toggle}
        />
      );
    case 'choice':
      return (
        <ChipGroup
          {...question}
          role="radio"
          options={field.options}
          chosen={[field.value]}
          onPress={field.set}
        />
      );
    case 'select':
    case 'country':
      return (
        <Select
          {...question}
          searchLabel={field.kind === 'country' ? chooseCountry : undefined}
          options={field.options}
          value={field.value}
          onChange={field.set}
        />
      );
    default:
      return <TextField {...question} {...inputProps(field)} value={field.value} onChangeText={field.set} />;
  }
}

/** How the device helps to type. */
function inputProps({ kind, autoComplete }: TextQuestion): TextInputProps {
  if (kind === 'text') return { multiline: true };
  if (kind === 'phone') return PHONE;
  return autoComplete === 'name' ? NAME : {};
}

const PHONE: TextInputProps = {
  keyboardType: 'phone-pad',
  autoComplete: 'tel',
  textContentType: 'telephoneNumber',
  // The groups of a number keep their order among words that run from right to left.
  style: { writingDirection: 'ltr' },
};
const NAME: TextInputProps = { autoComplete: 'name', textContentType: 'name', autoCapitalize: 'words' };
