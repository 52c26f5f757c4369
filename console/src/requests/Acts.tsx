/** What support does with a request: look at the number, correct it, end the request. */
import type { OperatorRequestDetail } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { CheckField, TextArea, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { useNotify } from '../ui/Notices.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { texts } from './texts.ts';

type Act = 'reveal' | 'edit' | 'end';

export function Acts({ detail }: { detail: OperatorRequestDetail }) {
  const [act, setAct] = useState<Act>();
  const isActing = useCan('support');
  if (!isActing) return null;
  const isOpen = detail.status === 'pending' || detail.status === 'acknowledged';
  const close = () => setAct(undefined);
  return (
    <>
      <Button icon="eye" onClick={() => setAct('reveal')}>
        {texts.acts.reveal}
      </Button>
      {isOpen && (
        <Button icon="edit" onClick={() => setAct('edit')}>
          {texts.acts.edit}
        </Button>
      )}
      {isOpen && (
        <Button icon="x-circle" onClick={() => setAct('end')}>
          {texts.acts.end}
        </Button>
      )}
      {act === 'reveal' && <RevealDialog id={detail.id} onClose={close} />}
      {act === 'edit' && <EditDialog id={detail.id} onClose={close} />}
      {act === 'end' && <EndDialog id={detail.id} onClose={close} />}
    </>
  );
}

interface ActProps {
  id: string;
  onClose: () => void;
}

function EditDialog({ id, onClose }: ActProps) {
  const client = useClient();
  const done = useDone(id, texts.edit.done, onClose);
  const [isAgreed, setIsAgreed] = useState(false);
  return (
    <Dialog title={texts.edit.title} onClose={onClose}>
      <Form
        act={texts.edit.act}
        send={async ({ requester_phone = '' }) => {
          if (!isAgreed) throw new Error(texts.edit.consentMissing);
          await client.editOperatorPhone(id, { requester_phone, consent: true });
        }}
        onDone={done}
        onCancel={onClose}
      >
        <p>{texts.edit.body}</p>
        <TextField
          name="requester_phone"
          type="tel"
          label={texts.edit.phone}
          hint={texts.edit.phoneHint}
          required
        />
        <CheckField
          label={texts.edit.consent}
          required
          checked={isAgreed}
          onChange={({ target }) => setIsAgreed(target.checked)}
        />
      </Form>
    </Dialog>
  );
}

function EndDialog({ id, onClose }: ActProps) {
  const client = useClient();
  const done = useDone(id, texts.end.done, onClose);
  return (
    <Dialog title={texts.end.title} onClose={onClose}>
      <Form
        act={texts.end.act}
        isDanger
        send={({ reason = '' }) => client.closeCallbackRequest(id, { reason: reason || null })}
        onDone={done}
        onCancel={onClose}
      >
        <p>{texts.end.body}</p>
        <TextArea name="reason" label={texts.end.field} hint={texts.end.hint} maxLength={500} isOptional />
      </Form>
    </Dialog>
  );
}

/** After an act: the request is read again, and what was done is said once. */
export function useDone(id: string, message: string, onClose?: () => void) {
  const queries = useQueryClient();
  const notify = useNotify();
  return () => {
    onClose?.();
    notify({ tone: 'success', message });
    void queries.invalidateQueries({ queryKey: ['request', id] });
  };
}
