/** The buyer enters the code that was texted to the number. */
import type { TextInputProps } from 'react-native';
import type { CodeStepOptions } from '../../../headless/requests/code/codeModel.ts';
import { useCodeStep } from '../../../headless/requests/code/useCodeStep.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Column } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';

export function CodeStep({ options }: { options: CodeStepOptions }) {
  const model = useCodeStep(options);
  return (
    <Column gap={3}>
      <Text accessible>{model.sentence}</Text>
      <TextField
        {...TYPING}
        label={model.label}
        hint={model.validity}
        error={model.error}
        focus={model.focus}
        value={model.value}
        onChangeText={model.set}
        onSubmitEditing={model.submit.run}
      />
      <ActionButton action={model.submit} variant="primary" size="md" />
      <ActionButton action={model.resend} variant="secondary" size="md" />
      <ActionButton action={model.changeNumber} variant="ghost" size="md" />
      {model.resendNote !== undefined && (
        <Text kind="note" accessible>
          {model.resendNote}
        </Text>
      )}
    </Column>
  );
}

/** iOS offers the code of the message above the keyboard, Android fills it in. */
const TYPING: TextInputProps = {
  ...{ keyboardType: 'number-pad', autoComplete: 'one-time-code', textContentType: 'oneTimeCode' },
  style: { writingDirection: 'ltr' },
};
