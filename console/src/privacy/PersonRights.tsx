/** On a person's page: what they may ask for, and the hold that forbids it. */
import { useState } from 'react';
import { useCan } from '../app/session.tsx';
import { Button } from '../ui/Button.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { Section } from '../ui/Page.tsx';
import { Time } from '../ui/Time.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { EndHold, HoldDialog } from './HoldDialog.tsx';
import { useHolds } from './queries.ts';
import { texts } from './texts.ts';

const { person: words, holds } = texts;

interface PersonRightsProps {
  id: string;
  name: string | null;
}

type Act = 'export' | 'erase' | 'hold' | 'release';

export function PersonRights({ id, name }: PersonRightsProps) {
  const [act, setAct] = useState<Act>();
  const [isSupport, isAdmin] = [useCan('support'), useCan('admin')];
  const hold = useHolds().data?.find(({ person_id }) => person_id === id);
  const close = () => setAct(undefined);
  const acts: [Act, string, boolean][] = [
    ['export', words.export, isSupport],
    ['hold', words.hold, isAdmin],
    ['release', holds.end, isAdmin && hold !== undefined],
    ['erase', words.erase, isAdmin],
  ];
  return (
    <Section title={words.title}>
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
    </Section>
  );
}
