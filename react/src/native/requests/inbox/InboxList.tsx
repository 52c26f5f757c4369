/** What narrows the list, what renews it, and its rows. */
import { memo } from 'react';
import { FlatList, Pressable, StyleSheet } from 'react-native';
import type {
  CallbackInboxModel,
  InboxRow,
  ListingFilter,
} from '../../../headless/requests/inbox/inboxModel.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { TONE_COLORS, useLook } from '../../ui/look.ts';
import { Select } from '../../ui/Select.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';

const NONE: InboxRow[] = [];

export function InboxList({ model }: { model: CallbackInboxModel }) {
  const { state, rows, value, open } = model;
  const { space } = useLook();
  const hasRows = state.kind === 'items';
  return (
    <FlatList
      role="list"
      data={hasRows ? rows : NONE}
      extraData={value.requestId}
      keyExtractor={({ id }) => id}
      renderItem={({ item }) => <RowView row={item} isCurrent={item.id === value.requestId} open={open} />}
      ListHeaderComponent={<Tools model={model} />}
      ListHeaderComponentStyle={{ paddingBottom: space(3) }}
      ListFooterComponent={hasRows ? <ActionButton action={state.more} variant="outline" /> : undefined}
      ListFooterComponentStyle={{ paddingTop: space(3) }}
      keyboardShouldPersistTaps="handled"
    />
  );
}

/** What stands above the rows, and in their place where there are none. */
function Tools({ model }: { model: CallbackInboxModel }) {
  const { search, tabs, renew, state } = model;
  return (
    <Column gap={3}>
      <TextField
        label={search.label}
        value={search.text}
        onChangeText={search.set}
        maxLength={100}
        autoCorrect={false}
      />
      <Tabs {...tabs} />
      <Listing filter={model.listing} />
      <ActionButton
        action={renew}
        variant={renew.hasNew ? 'primary' : 'ghost'}
        icon={renew.hasNew ? 'arrow-up' : undefined}
      />
      {state.kind === 'items' ? (
        <Status tone="warning" icon="alert" text={state.notice} />
      ) : (
        <ListFrame state={state}>{undefined}</ListFrame>
      )}
    </Column>
  );
}

function Listing({ filter }: { filter: ListingFilter | undefined }) {
  if (!filter) return null;
  const { label, value, options, choose, chip } = filter;
  if (chip) return <ActionButton action={chip.remove} variant="outline" icon="x" />;
  return <Select label={label} value={value} options={options} onChange={choose} />;
}

interface RowProps {
  row: InboxRow;
  isCurrent: boolean;
  open: (id: string) => void;
}

/** Draws only what has changed: there may be many. */
const RowView = memo(function RowView({ row, isCurrent, open }: RowProps) {
  const { colors, space } = useLook();
  const edge = row.attention ? colors[TONE_COLORS[row.attention]] : 'transparent';
  const label = [row.name, row.listing, row.excerpt, row.when, row.status.label];
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={[...label, ...row.marks.map((mark) => mark.label)].filter(Boolean).join(', ')}
      accessibilityState={{ selected: isCurrent }}
      onPress={() => open(row.id)}
      style={[
        styles.row,
        { borderBottomColor: colors.border, borderStartColor: edge, padding: space(3), gap: space(1) },
        isCurrent && { backgroundColor: colors.surface },
      ]}
    >
      <Row gap={2} style={styles.line}>
        <Text kind="label">{row.name}</Text>
        <Text kind="note">{row.when}</Text>
      </Row>
      <Text numberOfLines={1}>{row.listing}</Text>
      {row.excerpt !== undefined && (
        <Text kind="note" numberOfLines={1}>
          {row.excerpt}
        </Text>
      )}
      <Row gap={1.5}>
        <Badge {...row.status} />
        {row.marks.map((mark) => (
          <Badge key={mark.label} {...mark} />
        ))}
      </Row>
    </Pressable>
  );
});

const styles = StyleSheet.create({
  row: { borderBottomWidth: StyleSheet.hairlineWidth, borderStartWidth: 4 },
  line: { justifyContent: 'space-between' },
});
