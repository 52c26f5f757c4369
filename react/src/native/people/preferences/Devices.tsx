/** The devices that push reaches, and the way to take one away. */
import { StyleSheet, View } from 'react-native';
import { type DeviceItem, useDeviceList } from '../../../headless/people/preferences/useDeviceList.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';
import { useParts } from '../../ui/useParts.ts';
import { Section } from './Section.tsx';

export function Devices() {
  const { title, state, devices } = useDeviceList();
  return (
    <Section title={title}>
      <ListFrame state={state}>
        <Column gap={3}>
          {devices.map((device) => (
            <Device key={device.id} device={device} />
          ))}
        </Column>
      </ListFrame>
    </Section>
  );
}

function Device({ device: { name, since, remove, removeLabel } }: { device: DeviceItem }) {
  const { Button } = useParts();
  return (
    <Row gap={3} style={styles.row}>
      <View accessible style={styles.text}>
        <Text kind="label">{name}</Text>
        <Text kind="note">{since}</Text>
      </View>
      <Button
        variant="outline"
        size="sm"
        isBusy={remove.isBusy}
        accessibilityLabel={removeLabel}
        onPress={remove.run}
      >
        {remove.label}
      </Button>
    </Row>
  );
}

const styles = StyleSheet.create({ row: { alignItems: 'center' }, text: { flexGrow: 1 } });
