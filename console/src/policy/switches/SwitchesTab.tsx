/** Where new requests are off: everywhere, or for a category or a country. */
import type { Switch, Switches } from '@ringback/client';
import { useState } from 'react';
import { useCan } from '../../app/session.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx';
import { Time } from '../../ui/Time.tsx';
import { ChangedBy } from '../ChangedBy.tsx';
import { switchName } from '../names.ts';
import { useSwitches } from '../queries.ts';
import { texts } from '../texts.ts';
import { TurnOff } from './TurnOff.tsx';
import { TurnOn } from './TurnOn.tsx';

const { switches: words } = texts;

/** What is asked in a dialog: to turn one on, to turn one off or to change its notice. */
type Open = { on: Switch } | { off: Pick<Switch, 'kind' | 'value' | 'notice'> };

export function SwitchesTab() {
  const query = useSwitches();
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {(switches) => <Content switches={switches} />}
    </Loaded>
  );
}

function Content({ switches }: { switches: Switches }) {
  const isAdmin = useCan('admin');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const everything = switches.items.find(({ kind }) => kind === 'everything');
  const parts = switches.items.filter(({ kind }) => kind !== 'everything');
  return (
    <>
      <p className="quiet">{words.lead}</p>
      <Section title={words.everything}>
        {everything ? (
          <Off item={everything} ask={setOpen} />
        ) : (
          <div className="switch-row">
            <Badge tone="success" icon="check-circle" label={words.allOn} />
            {isAdmin && (
              <Button
                look="danger"
                onClick={() => setOpen({ off: { kind: 'everything', value: 'all', notice: null } })}
              >
                {words.turnOff}
              </Button>
            )}
          </div>
        )}
      </Section>
      <Section
        title={words.parts}
        actions={
          isAdmin && (
            <Button onClick={() => setOpen({ off: { kind: 'category', value: '', notice: null } })}>
              {words.add}
            </Button>
          )
        }
      >
        {parts.length === 0 && <Empty title={words.partsEmpty} />}
        {parts.map((item) => (
          <Off key={`${item.kind}/${item.value}`} item={item} ask={setOpen} />
        ))}
      </Section>
      {open && 'on' in open && <TurnOn item={open.on} onClose={close} />}
      {open && 'off' in open && <TurnOff item={open.off} switches={switches} onClose={close} />}
    </>
  );
}

function Off({ item, ask }: { item: Switch; ask: (open: Open) => void }) {
  const isAdmin = useCan('admin');
  const { kind, value, notice, since, changed_by } = item;
  return (
    <div className="switch-row">
      <div>
        <div className="page-title">
          <h3>{switchName(kind, value)}</h3>
          <Badge tone="warning" icon="pause" label={words.isOff} />
        </div>
        <p className="switch-notice" dir="auto">
          {notice ?? <span className="quiet">{words.noNotice}</span>}
        </p>
        <p className="setting-change">
          {words.since} <Time at={since} /> {changed_by && <ChangedBy by={changed_by} />}
        </p>
      </div>
      {isAdmin && (
        <div className="page-actions">
          <Button onClick={() => ask({ off: item })}>{words.edit}</Button>
          <Button look="primary" onClick={() => ask({ on: item })}>
            {words.turnOn}
          </Button>
        </div>
      )}
    </div>
  );
}
