/** One choice among a few, side by side; a row that is too wide scrolls. */
import { Pressable, ScrollView, StyleSheet, View } from 'react-native';
import type { TabsModel } from '../../headless/ui/parts.ts';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Text } from './Text.tsx';

export function Tabs<Value extends string>({ label, tabs, value, choose }: TabsModel<Value>) {
  const { row, space } = useLook();
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false}>
      <View
        accessibilityRole="radiogroup"
        accessibilityLabel={label}
        style={{ flexDirection: row, gap: space(2) }}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.value}
            text={[tab.label, tab.count].filter(Boolean).join(' ')}
            isChosen={tab.value === value}
            onPress={() => choose(tab.value)}
          />
        ))}
      </View>
    </ScrollView>
  );
}

interface TabProps {
  text: string;
  isChosen: boolean;
  onPress: () => void;
}

function Tab({ text, isChosen, onPress }: TabProps) {
  const { colors, space } = useLook();
  const paint = isChosen
    ? { backgroundColor: colors.accent, borderColor: colors.accent }
    : { backgroundColor: colors.background, borderColor: colors.border };
  return (
    <Pressable
      accessibilityRole="radio"
      accessibilityLabel={text}
      accessibilityState={{ checked: isChosen }}
      onPress={onPress}
      style={[styles.tab, paint, { paddingHorizontal: space(3.5) }]}
    >
      <Text kind="label" color={isChosen ? colors.accentText : colors.text}>
        {text}
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  tab: { minHeight: TOUCH_TARGET, justifyContent: 'center', borderWidth: 1, borderRadius: 999 },
});
