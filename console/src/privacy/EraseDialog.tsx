/** Erases a person for good: shows first how much that is, and asks for a word to be typed. */
import { CallbackError, ERASE_WORD, type Erasure } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Banner } from '../ui/Banner.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { format } from '../ui/format.ts';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { useDone } from './queries.ts';
import { texts } from './texts.ts';

const { erase: words } = texts;

interface EraseDialogProps {
  id: string;
  name: string | null;
  onClose: () => void;
}

/** A preview is not in the audit; its reason is for the schema. */
const PREVIEW = { reason: 'Preview', preview: true };

export function EraseDialog({ id, name, onClose }: EraseDialogProps) {
  const client = useClient();
  const query = useQuery({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => client.erasePerson(id, PREVIEW, { signal }),
    gcTime: 0,
  });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Loaded query={query} skeleton={<Skeleton lines={4} />}>
        {(erasure) => (
          <>
            <p>
              <strong dir="auto">{name ?? id}</strong>
            </p>
            <p>{words.body}</p>
            <Counts erasure={erasure} />
            {erasure.held_until ? (
              <Banner tone="warning">{words.heldUntil(format.exact(erasure.held_until))}</Banner>
            ) : (
              <EraseForm id={id} onClose={onClose} />
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function Counts({ erasure }: { erasure: Erasure }) {
  const names = Object.keys(words.counts) as (keyof typeof words.counts)[];
  return (
    <DetailList
      details={names.map((name) => ({ label: words.counts[name], value: format.number(erasure[name]) }))}
    />
  );
}

function EraseForm({ id, onClose }: Pick<EraseDialogProps, 'id' | 'onClose'>) {
  const client = useClient();
  const done = useDone(words.done, onClose);
  return (
    <Form
      act={words.act}
      isDanger
      onCancel={onClose}
      onDone={done}
      send={async ({ reason = '', confirm = '' }) => {
        if (confirm.trim().toLowerCase() !== ERASE_WORD)
          throw new CallbackError('invalid_input', words.mistyped(ERASE_WORD), { field: 'confirm' });
        await client.erasePerson(id, { reason });
      }}
    >
      <TextField name="reason" label={words.reason} hint={words.reasonHint} required maxLength={500} />
      <TextField name="confirm" label={words.confirm(ERASE_WORD)} required autoCapitalize="off" />
    </Form>
  );
}
