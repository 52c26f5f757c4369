'use client';
import type { NoteModel } from '../../../headless/requests/inbox/inboxModel.ts';
import { Field } from '../../ui/Field.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useParts } from '../../ui/useParts.ts';

/** The seller's own note; it is saved when the field is left. */
export function NoteField({ note }: { note: NoteModel }) {
  const { Button } = useParts();
  const { retry } = note;
  return (
    <div className="cb-inbox-note">
      <Field label={note.label} hint={note.hint} error={note.error}>
        {(control) => (
          <textarea
            {...control}
            className="cb-input"
            rows={2}
            value={note.text}
            onChange={(event) => note.set(event.target.value)}
            onBlur={note.save}
          />
        )}
      </Field>
      {retry && (
        <Button variant="outline" size="sm" isBusy={retry.isBusy} onPress={retry.run}>
          {retry.label}
        </Button>
      )}
      <LiveRegion>{note.error ?? note.progress}</LiveRegion>
    </div>
  );
}
