/** One choice out of many: a button that opens the list below it, with a search where the list is long. */
import { useEffect, useRef, useState } from 'react';
import { AccessibilityInfo, Pressable, StyleSheet, type View } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { Option } from '../../headless/ui/parts.ts';
import { Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useLook } from './look.ts';
import { OptionList } from './OptionList.tsx';
import { Text } from './Text.tsx';

interface SelectProps extends FieldProps {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  /** Stands in the search field; without it there is none. */
  searchLabel?: string | undefined;
}

/** With the host's own, where it gave one to the provider, or ours. */
export function Select(props: SelectProps) {
  const { Select: Own } = useCallbackContext().components;
  if (!Own) return <OurSelect {...props} />;
  const { options, value, onChange, label, hint, error } = props;
  return (
    <Field label={label} hint={hint} error={error} isSpokenByInput>
      <Own
        options={options}
        value={value}
        onChange={onChange}
        isInvalid={error !== undefined}
        attributes={{ 'aria-label': label, accessibilityHint: error ?? hint }}
      />
    </Field>
  );
}

function OurSelect({ options, value, onChange, searchLabel, focus, ...field }: SelectProps) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<View>(null);
  useEffect(() => {
    if (focus && ref.current) AccessibilityInfo.sendAccessibilityEvent(ref.current, 'focus');
  }, [focus]);
  const choose = (chosen: string) => {
    onChange(chosen);
    setOpen(false);
  };
  return (
    <Field {...field} isSpokenByInput>
      <Trigger
        ref={ref}
        {...field}
        text={options.find((option) => option.value === value)?.label ?? ''}
        isOpen={isOpen}
        onPress={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <OptionList
          label={field.label}
          options={options}
          value={value}
          onChange={choose}
          searchLabel={searchLabel}
        />
      )}
    </Field>
  );
}

interface TriggerProps extends FieldProps {
  ref: React.Ref<View>;
  text: string;
  isOpen: boolean;
  onPress: () => void;
}

function Trigger({ ref, label, hint, error, text, isOpen, onPress }: TriggerProps) {
  const { colors, radius, controlHeight, row, space } = useLook();
  const hasError = error !== undefined;
  return (
    <Pressable
      ref={ref}
      accessibilityRole="combobox"
      accessibilityLabel={label}
      accessibilityValue={{ text }}
      accessibilityHint={error ?? hint}
      accessibilityState={{ expanded: isOpen }}
      onPress={onPress}
      style={[
        styles.trigger,
        { minHeight: controlHeight, flexDirection: row, borderRadius: radius },
        { paddingHorizontal: space(3), gap: space(2) },
        { borderColor: hasError ? colors.danger : colors.border, borderWidth: hasError ? 2 : 1 },
      ]}
    >
      <Text style={styles.text}>{text}</Text>
      <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={16} color={colors.textMuted} />
    </Pressable>
  );
}

const styles = StyleSheet.create({
  trigger: { alignItems: 'center' },
  text: { flex: 1 },
});
