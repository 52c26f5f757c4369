/** The form in which a buyer asks for a call, or edits what was asked. */
import type { CallbackFormModel, DraftField } from '../../../headless/requests/form/formModel.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Column } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { FORM_FIELDS } from './formFields.tsx';

export function CallbackForm({ form }: { form: CallbackFormModel }) {
  const { Button } = useParts();
  const { errors, focus, preferredTimes } = form;
  useAnnouncement(focus && errors[focus.field], focus);
  return (
    <Column gap={5}>
      <Fields form={form} names={form.fields} />
      <Disclosure {...preferredTimes}>
        <Fields form={form} names={preferredTimes.fields} />
      </Disclosure>
      <Status tone="warning" icon="wifi-off" text={form.offlineNote} />
      <Status tone="danger" icon="alert" text={form.error} />
      <Button variant="primary" size="lg" icon="phone" onPress={form.submit} isBusy={form.isSubmitting}>
        {form.submitLabel}
      </Button>
    </Column>
  );
}

function Fields({ form, names }: { form: CallbackFormModel; names: readonly DraftField[] }) {
  const { errors, focus } = form;
  return names.map((name) => {
    const Field = FORM_FIELDS[name];
    const isSought = focus?.field === name;
    return <Field key={name} form={form} error={errors[name]} focus={isSought ? focus : undefined} />;
  });
}
