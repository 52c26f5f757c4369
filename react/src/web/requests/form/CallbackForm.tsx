'use client';
import { type FormEvent, useEffect, useRef } from 'react';
import type {
  CallbackFormModel,
  ChoiceQuestion,
  DraftField,
  FormField,
  FormRecap,
} from '../../../headless/requests/form/formModel.ts';
import { Guidelines } from '../../people/Guidelines.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { useParts } from '../../ui/useParts.ts';
import { Listing } from '../Listing.tsx';
import { Seller } from '../Seller.tsx';
import { CallbackFormField } from './CallbackFormField.tsx';
import { PhoneField } from './PhoneField.tsx';

/** The form in which a buyer requests a callback or edits the request. */
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
        {model.recap && <Recap recap={model.recap} />}
        <Fields fields={model.fields} />
        <Disclosure {...model.preferredTimes}>
          <Fields fields={model.preferredTimes.fields} />
        </Disclosure>
        {model.recap && <Guidelines as="buyer" />}
        {model.consent && <p className="cb-muted">{model.consent}</p>}
      </div>
      <div className="cb-form-footer">
        <FormNote model={model} />
        {model.askForReview && (
          <Button
            variant="secondary"
            size="lg"
            isBusy={model.askForReview.isBusy}
            onPress={model.askForReview.run}
          >
            {model.askForReview.label}
          </Button>
        )}
        <input type="submit" hidden /> {/* Enter in a field sends, whatever the host's button is made of */}
        <Button variant="primary" size="lg" isBusy={model.isSubmitting} onPress={model.submit}>
          {model.submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** What the request will be about, who gets it, and who sees the number. */
function Recap({ recap: { listing, seller, privacy } }: { recap: FormRecap }) {
  return (
    <div className="cb-recap">
      <Listing {...listing} />
      {seller.name && <Seller {...seller} />}
      <p className="cb-muted">{privacy}</p>
    </div>
  );
}

/** The country is asked beside the number. */
function Fields({ fields }: { fields: readonly FormField[] }) {
  const country = fields.find((field): field is ChoiceQuestion => field.kind === 'country');
  return fields.map((field) => {
    if (field === country) return null;
    return field.kind === 'phone' && country ? (
      <PhoneField key={field.name} phone={field} country={country} />
    ) : (
      <CallbackFormField key={field.name} field={field} />
    );
  });
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

/** Leads to the first field that was refused, each time that a form with errors is sent. */
function useFocusOnRefusal(focus: { field: DraftField } | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>(`[data-field="${focus.field}"]`)?.focus();
  }, [focus]);
  return form;
}
