/** A field for typing, of one line or several. */
import { useEffect, useRef } from 'react';
import { StyleSheet, TextInput, type TextInputProps } from 'react-native';
import { Field, type FieldProps } from './Field.tsx';
import { TOUCH_TARGET, useLook } from './look.ts';

type TextFieldProps = FieldProps & TextInputProps;

export function TextField({ label, hint, error, focus, multiline, style, ...input }: TextFieldProps) {
  const { colors, radius, fontFamily, textAlign, space } = useLook();
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
          multiline && styles.multiline,
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
  input: { minHeight: TOUCH_TARGET, fontSize: 16 },
  multiline: { minHeight: 96, textAlignVertical: 'top' },
});
