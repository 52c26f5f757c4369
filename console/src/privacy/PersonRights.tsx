/** On a person's page: what they may ask for, and the hold that forbids it. */
import type { Hold } from '@ringback/client';
import { useState } from 'react';
import { useCan } from '../app/session.tsx';
import { Button } from '../ui/Button.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { Section } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { EndHold, HoldDialog } from './HoldDialog.tsx';
import { useHolds } from './queries.ts';
import { texts } from './texts.ts';

const { person: words, holds, place } = texts;

interface PersonRightsProps {
  id: string;
  name: string | null;
}

type Act = 'export' | 'erase' | 'hold' | 'release';

export function PersonRights({ id, name }: PersonRightsProps) {
  const query = useHolds();
  const isSupport = useCan('support');
  const hold = query.data?.find(({ person_id }) => person_id === id);
  if (!isSupport && !hold) return null;
  return (
    <Section title={words.title}>
      <Loaded query={query} skeleton={<Skeleton lines={2} />}>
        {() => <Rights id={id} name={name} hold={hold} />}
      </Loaded>
    </Section>
  );
}

function Rights({ id, name, hold }: PersonRightsProps & { hold: Hold | undefined }) {
  const [act, setAct] = useState<Act>();
  const [isSupport, isAdmin] = [useCan('support'), useCan('admin')];
  const close = () => setAct(undefined);
  const acts: [Act, string, boolean][] = [
    ['export', words.export, isSupport],
    ['hold', hold ? place.change : holds.add, isAdmin],
    ['release', holds.end, isAdmin && hold !== undefined],
    ['erase', words.erase, isAdmin],
  ];
  return (
    <>
      <p className="quiet">{words.lead}</p>
      {hold && (
        <DetailList
          details={[
            { label: words.held, value: <Time at={hold.ends_at} isFocusable /> },
            { label: holds.reason, value: <span dir="auto">{hold.reason}</span> },
          ]}
        />
      )}
      <div className="page-actions">
        {acts.map(
          ([kind, label, isAllowed]) =>
            isAllowed && (
              <Button key={kind} look={kind === 'erase' ? 'danger' : 'plain'} onClick={() => setAct(kind)}>
                {label}
              </Button>
            ),
        )}
      </div>
      {act === 'export' && <ExportDialog id={id} onClose={close} />}
      {act === 'erase' && <EraseDialog id={id} name={name} onClose={close} />}
      {act === 'hold' && <HoldDialog id={id} hold={hold} onClose={close} />}
      {act === 'release' && <EndHold id={id} onClose={close} />}
    </>
  );
}
