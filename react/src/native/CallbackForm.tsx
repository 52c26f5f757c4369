/** The form in which a buyer asks for a call, or corrects what was asked. */
import type { CallbackFormModel } from '../headless/models.ts';
import { FORM_FIELDS } from './formFields.tsx';
import { useAnnouncement } from './ui/announce.ts';
import { useParts } from './ui/parts.ts';
import { Column } from './ui/Stack.tsx';
import { Status } from './ui/Status.tsx';

export function CallbackForm({ form }: { form: CallbackFormModel }) {
  const { Button } = useParts();
  const { errors, focus } = form;
  useAnnouncement(focus && errors[focus.field], focus);
  return (
    <Column gap={5}>
      {form.fields.map((name) => {
        const Field = FORM_FIELDS[name];
        const isSought = focus?.field === name;
        return <Field key={name} form={form} error={errors[name]} focus={isSought ? focus : undefined} />;
      })}
      <Status tone="warning" icon="wifi-off" text={form.offlineNote} />
      <Status tone="danger" icon="alert" text={form.error} />
      <Button variant="primary" size="lg" icon="phone" onPress={form.submit} isBusy={form.isSubmitting}>
        {form.submitLabel}
      </Button>
    </Column>
  );
}
