'use client';
import type { NoteModel } from '../../../headless/requests/inbox/inboxModel.ts';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useParts } from '../../ui/useParts.ts';

/** The seller's own note; it is saved when the field is left. */
export function NoteField({ note }: { note: NoteModel }) {
  const { Button } = useParts();
  const { retry } = note;
  return (
    <div className="cb-inbox-note">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a host's input doesn't say when it is left */}
      <div onBlur={note.save}>
        <Field label={note.label} hint={note.hint} error={note.error}>
          {(control) => (
            <Input
              value={note.text}
              onChange={note.set}
              isMultiline
              isInvalid={note.error !== undefined}
              attributes={{ ...control, rows: 2 }}
            />
          )}
        </Field>
      </div>
      {retry && (
        <Button variant="outline" size="sm" isBusy={retry.isBusy} onPress={retry.run}>
          {retry.label}
        </Button>
      )}
      <LiveRegion>{note.error ?? note.progress}</LiveRegion>
    </div>
  );
}
