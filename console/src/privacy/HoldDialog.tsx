/** Places a legal hold, gives it another reason and end, or ends it. */
import type { Hold } from '@ringback/client';
import { useClient } from '../app/client.tsx';
import { useSession } from '../app/session.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { dayBefore, startOf, today } from '../ui/days.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { useDone } from './queries.ts';
import { texts } from './texts.ts';

interface HoldDialogProps {
  /** Without one it is typed. */
  id?: string;
  hold?: Hold | undefined;
  onClose: () => void;
}

const { place: words, release } = texts;

export function HoldDialog({ id, hold, onClose }: HoldDialogProps) {
  const client = useClient();
  const { time_zone } = useSession();
  const done = useDone(hold ? words.changed : words.done, onClose);
  return (
    <Dialog title={hold ? words.change : words.title} onClose={onClose}>
      <Form
        act={hold ? words.changeAct : words.act}
        onCancel={onClose}
        onDone={done}
        send={({ person = id ?? '', reason = '', ends_at = '' }) =>
          client.holdPerson(person.trim(), { reason, ends_at: startOf(dayBefore(ends_at, -1), time_zone) })
        }
      >
        <p>{words.body}</p>
        {id === undefined && <TextField name="person" label={words.person} required />}
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={500}
          dir="auto"
          defaultValue={hold?.reason ?? ''}
        />
        <TextField
          name="ends_at"
          type="date"
          label={words.until}
          required
          min={dayBefore(today(time_zone), -1)}
          defaultValue={hold ? today(time_zone, Date.parse(hold.ends_at) - 1) : ''}
        />
      </Form>
    </Dialog>
  );
}

export function EndHold({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const done = useDone(release.done, onClose);
  return (
    <Confirm
      title={release.title}
      act={release.act}
      isDanger
      run={() => client.releasePerson(id).then(done)}
      onClose={onClose}
    >
      <p>{release.body}</p>
    </Confirm>
  );
}
