/** A field for typing, of one line or several. */
import { type ComponentType, useEffect, useRef } from 'react';
import { StyleSheet, TextInput, type TextInputProps } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import { lookUp } from '../../headless/platform/lookUp.ts';
import type { ControlAttributes, InputSlotProps } from '../../headless/ui/slots.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useLook } from './look.ts';

type TextFieldProps = FieldProps & TextInputProps;

/** With the host's own input, where it gave one to the provider, or with ours. */
export function TextField(props: TextFieldProps) {
  const { Input } = useCallbackContext().components;
  return Input ? <OwnField {...props} Input={Input} /> : <OurField {...props} />;
}

function OwnField({ Input, ...props }: TextFieldProps & { Input: ComponentType<InputSlotProps> }) {
  const { label, hint, error, multiline = false, value = '', onChangeText = () => {}, autoComplete } = props;
  const help: Record<string, ControlAttributes> = {
    ...{ tel: { autoComplete: 'tel', inputMode: 'tel' }, name: { autoComplete: 'name' } },
    'one-time-code': { autoComplete: 'one-time-code', inputMode: 'numeric' },
  };
  return (
    <Field label={label} hint={hint} error={error} isSpokenByInput>
      <Input
        value={value}
        onChange={onChangeText}
        isMultiline={multiline}
        isInvalid={error !== undefined}
        attributes={{
          ...lookUp(help, autoComplete ?? ''),
          ...{ 'aria-label': label, accessibilityHint: error ?? hint },
        }}
      />
    </Field>
  );
}

function OurField({ label, hint, error, focus, multiline, style, ...input }: TextFieldProps) {
  const { colors, radius, controlHeight, fontFamily, textAlign, space } = useLook();
  const ref = useRef<TextInput>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  const hasError = error !== undefined;
  return (
    <Field label={label} hint={hint} error={error} isSpokenByInput>
      <TextInput
        ref={ref}
        accessibilityLabel={label}
        accessibilityHint={error ?? hint}
        selectionColor={colors.accent}
        multiline={multiline ?? false}
        {...input}
        style={[
          styles.input,
          { minHeight: multiline ? 96 : controlHeight, textAlignVertical: multiline ? 'top' : 'center' },
          { color: colors.text, backgroundColor: colors.background, textAlign },
          { borderColor: hasError ? colors.danger : colors.border, borderWidth: hasError ? 2 : 1 },
          { borderRadius: radius, paddingHorizontal: space(3), paddingVertical: space(2) },
          fontFamily === undefined ? undefined : { fontFamily },
          style,
        ]}
      />
    </Field>
  );
}

const styles = StyleSheet.create({
  input: { fontSize: 16 },
});
