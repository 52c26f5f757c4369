'use client';
import type { DeviceListModel } from '../../../headless/people/preferences/useDeviceList.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { useParts } from '../../ui/useParts.ts';
import { Section } from './Section.tsx';

/** The devices that push reaches. */
export function DevicesView({ model: { title, state, devices } }: { model: DeviceListModel }) {
  const { Button } = useParts();
  return (
    <Section title={title}>
      <ListFrame state={state}>
        <ul className="cb-list">
          {devices.map(({ id, name, since, remove, removeLabel }) => (
            <li key={id} className="cb-row">
              <p className="cb-device">
                <span className="cb-device-name">{name}</span> <span className="cb-muted">{since}</span>
              </p>
              <Button
                variant="outline"
                size="sm"
                isBusy={remove.isBusy}
                accessibilityLabel={removeLabel}
                onPress={remove.run}
              >
                {remove.label}
              </Button>
            </li>
          ))}
        </ul>
      </ListFrame>
    </Section>
  );
}
