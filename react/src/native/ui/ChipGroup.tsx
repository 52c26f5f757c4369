/** A few choices that are all in sight: one of them, or any number. */
import { useEffect, useRef } from 'react';
import { AccessibilityInfo, Pressable, StyleSheet, View } from 'react-native';
import type { Option } from '../../headless/ui/parts.ts';
import { Field, type FieldProps } from './Field.tsx';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Row } from './Stack.tsx';
import { Text } from './Text.tsx';

interface ChipGroupProps<Value extends string> extends FieldProps {
  /** `radio` where one is chosen, `checkbox` where several may be. */
  role: 'radio' | 'checkbox';
  options: readonly Option<Value>[];
  chosen: readonly string[];
  onPress: (value: Value) => void;
}

export function ChipGroup<Value extends string>(props: ChipGroupProps<Value>) {
  const { role, options, chosen, onPress, focus, label } = props;
  const ref = useRef<View>(null);
  useEffect(() => {
    if (focus && ref.current) AccessibilityInfo.sendAccessibilityEvent(ref.current, 'focus');
  }, [focus]);
  const meaning = options.find(({ value }) => chosen.includes(value))?.hint;
  return (
    <Field label={label} hint={props.hint ?? meaning} error={props.error} isSpokenByInput={false}>
      <View ref={ref} accessibilityLabel={label} accessibilityRole={GROUP_ROLE[role]}>
        <Row gap={2}>
          {options.map((option) => (
            <Chip
              key={option.value}
              role={role}
              option={option}
              isChosen={chosen.includes(option.value)}
              onPress={() => onPress(option.value)}
            />
          ))}
        </Row>
      </View>
    </Field>
  );
}

const GROUP_ROLE = { radio: 'radiogroup', checkbox: 'list' } as const;

interface ChipProps {
  role: 'radio' | 'checkbox';
  option: Option;
  isChosen: boolean;
  onPress: () => void;
}

function Chip({ role, option, isChosen, onPress }: ChipProps) {
  const { colors, controlHeight, space } = useLook();
  const paint = isChosen
    ? { backgroundColor: colors.accent, borderColor: colors.accent }
    : { backgroundColor: colors.background, borderColor: colors.border };
  return (
    <Pressable
      accessibilityRole={role}
      accessibilityLabel={option.label}
      accessibilityHint={option.hint}
      accessibilityState={{ checked: isChosen, disabled: option.isDisabled ?? false }}
      disabled={option.isDisabled ?? false}
      onPress={onPress}
      style={[
        styles.chip,
        paint,
        { minHeight: controlHeight, paddingHorizontal: space(3.5) },
        option.isDisabled && styles.faded,
      ]}
    >
      <Text kind="label" color={isChosen ? colors.accentText : colors.text}>
        {option.label}
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  faded: { opacity: 0.65 },
  chip: {
    minWidth: TOUCH_TARGET,
    borderWidth: 1,
    borderRadius: 999,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
