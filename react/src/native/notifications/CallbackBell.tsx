/** How many notifications are unread, and the way to them: a sheet with the list, or a screen of the app. */
import { Pressable, StyleSheet, View } from 'react-native';
import type { CallbackBellProps } from '../../headless/notifications/props.ts';
import { type CallbackBellModel, useCallbackBell } from '../../headless/notifications/useCallbackBell.ts';
import { Icon } from '../ui/Icon.tsx';
import { Link } from '../ui/Link.tsx';
import { TOUCH_TARGET, useLook } from '../ui/look.ts';
import { Column } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';
import { useParts } from '../ui/useParts.ts';
import { CallbackNotificationList } from './CallbackNotificationList.tsx';

/** The list is loaded when the sheet opens. */
export function CallbackBell({ as, limit, onOpen }: CallbackBellProps) {
  const model = useCallbackBell({ as });
  const { Dialog } = useParts();
  const { href, label, title, isOpen, setOpen, closeLabel } = model;
  if (href !== undefined) {
    return (
      <Link href={href} accessibilityLabel={label}>
        <Face model={model} />
      </Link>
    );
  }
  const close = () => setOpen(false);
  const open = (requestId: string) => {
    close();
    onOpen?.(requestId);
  };
  return (
    <>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={label}
        accessibilityState={{ expanded: isOpen }}
        onPress={() => setOpen(true)}
      >
        <Face model={model} />
      </Pressable>
      <Dialog isOpen={isOpen} title={title} closeLabel={closeLabel} onClose={close}>
        {isOpen && <Panel all={model.all} limit={limit} onOpen={open} close={close} />}
      </Dialog>
    </>
  );
}

interface PanelProps extends Pick<CallbackBellModel, 'all'>, Pick<CallbackBellProps, 'limit' | 'onOpen'> {
  close: () => void;
}

function Panel({ all, close, ...list }: PanelProps) {
  return (
    <Column gap={4}>
      <CallbackNotificationList {...list} />
      {all && (
        <Link href={all.href} onPress={close}>
          {all.label}
        </Link>
      )}
    </Column>
  );
}

function Face({ model: { count } }: { model: CallbackBellModel }) {
  const { colors } = useLook();
  return (
    <View style={styles.bell}>
      <Icon name="bell" size={22} color={colors.text} />
      {count !== undefined && (
        <View style={[styles.count, { backgroundColor: colors.danger, borderColor: colors.background }]}>
          <Text color={colors.background} style={styles.number}>
            {count}
          </Text>
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  bell: { width: TOUCH_TARGET, height: TOUCH_TARGET, alignItems: 'center', justifyContent: 'center' },
  count: { position: 'absolute', top: 0, start: TOUCH_TARGET / 2, borderWidth: 2, borderRadius: 999 },
  number: { fontSize: 11, lineHeight: 15, fontWeight: '700', paddingHorizontal: 4 },
});
