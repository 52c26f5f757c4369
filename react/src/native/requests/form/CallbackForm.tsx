/** The form in which a buyer requests a callback or edits the request. */
import type { CallbackFormModel, FormField, FormRecap } from '../../../headless/requests/form/formModel.ts';
import { CallbackGuidelines } from '../../people/CallbackGuidelines.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Column } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { Listing } from '../Listing.tsx';
import { Seller } from '../Seller.tsx';
import { CallbackFormField } from './CallbackFormField.tsx';

export function CallbackForm({ form }: { form: CallbackFormModel }) {
  const { Button } = useParts();
  const { errors, focus, preferredTimes } = form;
  useAnnouncement(focus && errors[focus.field], focus);
  return (
    <Column gap={5}>
      {form.recap && <Recap recap={form.recap} />}
      <Fields fields={form.fields} focus={focus} />
      <Disclosure {...preferredTimes}>
        <Fields fields={preferredTimes.fields} focus={focus} />
      </Disclosure>
      {form.recap && <CallbackGuidelines as="buyer" />}
      {form.consent !== undefined && (
        <Text kind="note" accessible>
          {form.consent}
        </Text>
      )}
      <Status tone="warning" icon="wifi-off" text={form.offlineNote} />
      <Status tone="danger" icon="alert" text={form.error} />
      {form.askForReview && (
        <Button
          variant="secondary"
          size="lg"
          onPress={form.askForReview.run}
          isBusy={form.askForReview.isBusy}
        >
          {form.askForReview.label}
        </Button>
      )}
      <Button variant="primary" size="lg" icon="phone" onPress={form.submit} isBusy={form.isSubmitting}>
        {form.submitLabel}
      </Button>
    </Column>
  );
}

/** What the request will be about, who gets it, and who sees the number. */
function Recap({ recap: { listing, seller, privacy } }: { recap: FormRecap }) {
  return (
    <Column gap={3}>
      <Listing {...listing} />
      {seller.name !== '' && <Seller {...seller} />}
      <Text kind="note" accessible>
        {privacy}
      </Text>
    </Column>
  );
}

interface FieldsProps extends Pick<CallbackFormModel, 'focus'> {
  fields: readonly FormField[];
}

function Fields({ fields, focus }: FieldsProps) {
  return fields.map((field) => (
    <CallbackFormField
      key={field.name}
      field={field}
      focus={focus?.field === field.name ? focus : undefined}
    />
  ));
}
