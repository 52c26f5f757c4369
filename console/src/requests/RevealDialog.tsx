/** Shows the buyer's number after a reason was given; it is gone from the page when the dialog closes. */
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { texts } from './texts.ts';

const { reveal: words } = texts;

export function RevealDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const [phone, setPhone] = useState<string>();
  if (phone !== undefined) {
    return (
      <Dialog title={words.shown} onClose={onClose} footer={<Button onClick={onClose}>{words.close}</Button>}>
        <p>
          <Copy text={phone} what={words.shown} />
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form
        act={words.act}
        send={async ({ reason = '' }) => {
          const { requester_phone } = await client.revealOperatorPhone(id, { reason });
          setPhone(requester_phone);
        }}
        onCancel={onClose}
      >
        <p>{words.body}</p>
        <TextField name="reason" label={words.field} hint={words.hint} maxLength={500} required />
      </Form>
    </Dialog>
  );
}
