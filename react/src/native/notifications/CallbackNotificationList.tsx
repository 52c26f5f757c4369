/** The signed-in person's notifications, newest first. */
import { Pressable, StyleSheet, View } from 'react-native';
import type { CallbackNotificationListProps } from '../../headless/notifications/props.ts';
import {
  type NotificationItem,
  type NotificationListModel,
  useNotificationList,
} from '../../headless/notifications/useNotificationList.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link } from '../ui/Link.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { TOUCH_TARGET, useLook } from '../ui/look.ts';
import { Column, Row } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

/** Each leads to its request and is read from then on. */
export function CallbackNotificationList(props: CallbackNotificationListProps) {
  const { state, items, ...bar } = useNotificationList(props);
  return (
    <Column gap={3}>
      <Toolbar {...bar} />
      <ListFrame state={state}>
        <Column gap={2}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </Column>
      </ListFrame>
    </Column>
  );
}

function Toolbar({ readAll, settings }: Pick<NotificationListModel, 'readAll' | 'settings'>) {
  if (!readAll && !settings) return null;
  return (
    <Row gap={3} style={styles.bar}>
      <ActionButton action={readAll} variant="outline" />
      {settings && <Link href={settings.href}>{settings.label}</Link>}
    </Row>
  );
}

/** One stop of the screen reader's, which reads all of it. */
function Item({ item }: { item: NotificationItem }) {
  const { href, press, title, message, when, mark } = item;
  const label = [mark, title, message, when].filter(Boolean).join('. ');
  if (href !== undefined) {
    return (
      <Link href={href} accessibilityLabel={label} onPress={press}>
        <Content item={item} />
      </Link>
    );
  }
  return (
    <Pressable
      accessible
      accessibilityRole={press ? 'button' : undefined}
      accessibilityLabel={label}
      disabled={!press}
      onPress={press}
      style={styles.item}
    >
      <Content item={item} />
    </Pressable>
  );
}

function Content({ item: { title, message, when, mark } }: { item: NotificationItem }) {
  const { colors, radius, space } = useLook();
  const edge = { borderColor: mark ? colors.accent : colors.border, borderRadius: radius };
  return (
    <View style={[styles.frame, edge, { padding: space(3), gap: space(1) }]}>
      <Text kind="label">{title}</Text>
      <Text>{message}</Text>
      <Row gap={2}>
        {mark && (
          <Text kind="note" color={colors.accent} style={styles.mark}>
            {mark}
          </Text>
        )}
        <Text kind="note">{when}</Text>
      </Row>
    </View>
  );
}

const styles = StyleSheet.create({
  bar: { alignItems: 'center' },
  item: { minHeight: TOUCH_TARGET },
  frame: { borderWidth: 1 },
  mark: { fontWeight: '600' },
});
