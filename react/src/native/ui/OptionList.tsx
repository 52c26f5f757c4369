/** The open list of a Select. */
import { useState } from 'react';
import { Pressable, ScrollView, StyleSheet, TextInput, View } from 'react-native';
import type { Option } from '../../headless/ui/parts.ts';
import { Icon } from './Icon.tsx';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Text } from './Text.tsx';

interface OptionListProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  searchLabel: string | undefined;
}

export function OptionList({ label, options, value, onChange, searchLabel }: OptionListProps) {
  const { colors, radius } = useLook();
  const [search, setSearch] = useState('');
  const sought = plain(search);
  return (
    <View style={[styles.frame, { borderColor: colors.border, borderRadius: radius }]}>
      {searchLabel !== undefined && <SearchField label={searchLabel} value={search} onChange={setSearch} />}
      <ScrollView nestedScrollEnabled keyboardShouldPersistTaps="handled" style={styles.list}>
        <View accessibilityRole="radiogroup" accessibilityLabel={label}>
          {options
            .filter((option) => plain(option.label).includes(sought))
            .map((option) => (
              <OptionRow
                key={option.value}
                option={option}
                isChosen={option.value === value}
                onPress={() => onChange(option.value)}
              />
            ))}
        </View>
      </ScrollView>
    </View>
  );
}

/** Without accents and capitals: "cote" finds "Côte d’Ivoire". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function SearchField({ label, value, onChange }: SearchFieldProps) {
  const { colors, fontFamily, textAlign, space } = useLook();
  return (
    <TextInput
      autoFocus
      autoCorrect={false}
      accessibilityLabel={label}
      placeholder={label}
      placeholderTextColor={colors.textMuted}
      selectionColor={colors.accent}
      value={value}
      onChangeText={onChange}
      style={[
        styles.search,
        { color: colors.text, backgroundColor: colors.surface, borderColor: colors.border },
        { paddingHorizontal: space(3), textAlign },
        fontFamily === undefined ? undefined : { fontFamily },
      ]}
    />
  );
}

interface OptionRowProps {
  option: Option;
  isChosen: boolean;
  onPress: () => void;
}

function OptionRow({ option, isChosen, onPress }: OptionRowProps) {
  const { colors, row, space } = useLook();
  return (
    <Pressable
      accessibilityRole="radio"
      accessibilityLabel={option.label}
      accessibilityHint={option.hint}
      accessibilityState={{ checked: isChosen }}
      onPress={onPress}
      style={({ pressed }) => [
        styles.row,
        { flexDirection: row, paddingHorizontal: space(3), gap: space(2) },
        (isChosen || pressed) && { backgroundColor: colors.surface },
      ]}
    >
      <Text style={styles.text}>{option.label}</Text>
      {isChosen && <Icon name="check" size={16} color={colors.accent} />}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  frame: { borderWidth: 1, overflow: 'hidden' },
  search: { minHeight: TOUCH_TARGET, fontSize: 16, borderBottomWidth: 1 },
  list: { maxHeight: TOUCH_TARGET * 6.5 },
  row: { minHeight: TOUCH_TARGET, alignItems: 'center' },
  text: { flex: 1 },
});
