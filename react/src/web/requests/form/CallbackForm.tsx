'use client';
import { type FormEvent, useEffect, useRef } from 'react';
import type { CallbackFormModel, DraftField } from '../../../headless/requests/form/formModel.ts';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { useParts } from '../../ui/useParts.ts';
import { CallbackFormField } from './CallbackFormField.tsx';

/** The form in which a buyer asks for a call, or edits the request. */
export function CallbackForm({ model }: { model: CallbackFormModel }) {
  const { Button } = useParts();
  const form = useFocusOnRefusal(model.focus);
  const send = (event: FormEvent) => {
    event.preventDefault();
    model.submit();
  };
  return (
    <form ref={form} className="cb-form" noValidate onSubmit={send}>
      <PanelStyles />
      <div className="cb-fields">
        {model.fields.map((field) => (
          <CallbackFormField key={field} field={field} model={model} />
        ))}
        <Disclosure {...model.preferredTimes}>
          {model.preferredTimes.fields.map((field) => (
            <CallbackFormField key={field} field={field} model={model} />
          ))}
        </Disclosure>
      </div>
      <div className="cb-form-footer">
        <FormNote model={model} />
        <input type="submit" hidden /> {/* Enter in a field sends, whatever the host's button is made of */}
        <Button variant="primary" size="lg" isBusy={model.isSubmitting} onPress={model.submit}>
          {model.submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** One at a time, because it takes room from the fields. */
function FormNote({ model: { error, offlineNote } }: { model: CallbackFormModel }) {
  if (error) {
    return (
      <Note tone="danger" icon="alert">
        {error}
      </Note>
    );
  }
  return offlineNote ? (
    <Note tone="warning" icon="wifi-off">
      {offlineNote}
    </Note>
  ) : null;
}

/** Leads to the first field that was refused, each time that the form is sent in vain. */
function useFocusOnRefusal(focus: { field: DraftField } | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>(`[data-field="${focus.field}"]`)?.focus();
  }, [focus]);
  return form;
}
