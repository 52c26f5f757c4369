/** Exports everything about a person into a file, after a reason. */
import { personalDataPage } from '@ringback/client/privacy';
import { useClient } from '../app/client.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { download } from '../ui/table/csv.ts';
import { useDone } from './queries.ts';
import { texts } from './texts.ts';

const { export: words } = texts;

export function ExportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const done = useDone(words.done, onClose);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form
        act={words.act}
        onCancel={onClose}
        onDone={done}
        send={async ({ reason = '', form = 'html' }) => {
          const data = await client.exportPerson(id, { reason });
          if (form === 'html')
            download(words.file(id, form), personalDataPage(data), 'text/html;charset=utf-8');
          else download(words.file(id, form), JSON.stringify(data, null, 2), 'application/json');
        }}
      >
        <p>{words.body}</p>
        <SelectField
          name="form"
          label={words.form}
          options={(['html', 'json'] as const).map((value) => ({ value, label: words.forms[value] }))}
        />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} required maxLength={500} />
      </Form>
    </Dialog>
  );
}
