/** Asks before new requests are possible again. */
import type { SWITCH_KINDS, Switch } from '@ringback/client';
import { useClient } from '../../app/client.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { switchName } from '../names.ts';
import { useReload } from '../queries.ts';
import { texts } from '../texts.ts';

export type SwitchKind = (typeof SWITCH_KINDS)[number];

export function TurnOn({ item: { kind, value }, onClose }: { item: Switch; onClose: () => void }) {
  const client = useClient();
  const reload = useReload();
  return (
    <Confirm
      title={texts.switches.onTitle(switchName(kind, value))}
      act={texts.switches.turnOn}
      onClose={onClose}
      run={async () => {
        await client.setSwitch(kind as SwitchKind, value, { off: false });
        await reload();
      }}
    >
      <p>{texts.switches.onText}</p>
    </Confirm>
  );
}
