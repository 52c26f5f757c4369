/** A note that only operators read. */
import { useRef } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { useDone } from './Acts.tsx';
import { texts } from './texts.ts';

export function AddNote({ id }: { id: string }) {
  const client = useClient();
  const box = useRef<HTMLDivElement>(null);
  const done = useDone(id, texts.notes.done);
  if (!useCan('support')) return null;
  return (
    <div ref={box}>
      <Form
        act={texts.notes.add}
        send={({ note = '' }) => client.addOperatorNote(id, { note })}
        onDone={() => {
          box.current?.querySelector('form')?.reset();
          done();
        }}
      >
        <TextArea
          name="note"
          label={texts.notes.field}
          hint={texts.notes.hint}
          maxLength={2000}
          rows={2}
          required
        />
      </Form>
    </div>
  );
}
