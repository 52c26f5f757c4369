/** Asks before a decision about one request or many; a rejection takes a reason and, from admins, whom to block. */
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextArea } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { useNotify } from '../ui/Notices.tsx';
import { texts } from './texts.ts';

export type Decision = 'approve' | 'reject' | 'reopen';

interface DecisionDialogProps {
  decision: Decision;
  ids: string[];
  onDone: () => void;
  onClose: () => void;
}

const LONGEST_REASON = 500;
const MOST_AT_ONCE = 500;
const DONE = ['approved', 'rejected', 'reopened', 'closed'];
const { acts } = texts;

export function DecisionDialog({ decision, ids, onDone, onClose }: DecisionDialogProps) {
  const decide = useDecide(decision, ids, onDone);
  if (decision === 'reject') return <Rejection count={ids.length} decide={decide} onClose={onClose} />;
  const isApproval = decision === 'approve';
  return (
    <Confirm
      title={isApproval ? acts.approveTitle(ids.length) : acts.reopenTitle(ids.length)}
      act={isApproval ? acts.approve : acts.reopen}
      run={() => decide({})}
      onClose={onClose}
    >
      <p>{isApproval ? acts.approveBody : acts.reopenBody}</p>
    </Confirm>
  );
}

type Block = 'person' | 'phone' | 'both';
type Decide = (more: { reason?: string; block?: Block }) => Promise<void>;

/** Carries the decision out, as many at once as the API takes. */
function useDecide(decision: Decision, ids: string[], onDone: () => void): Decide {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotify();
  return async (more) => {
    let changed = 0;
    let blocked = 0;
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const part = ids.slice(start, start + MOST_AT_ONCE);
      const answer = await client.decideReviews({ ids: part, decision, ...more });
      changed += answer.results.filter(({ outcome }) => DONE.includes(outcome)).length;
      blocked += answer.trust_entry_ids.length;
    }
    // What was refused stays so; its senders can be blocked nevertheless.
    const news = [
      changed > 0 || blocked === 0 ? acts.done(changed, ids.length) : undefined,
      blocked > 0 ? acts.blocked(blocked) : undefined,
    ];
    notify({
      tone: changed === ids.length || blocked > 0 ? 'success' : 'danger',
      message: news.filter(Boolean).join('. '),
    });
    onDone();
    await queries.invalidateQueries({ queryKey: ['reviews'] });
    await queries.invalidateQueries({ queryKey: ['trust entries'] });
  };
}

function Rejection({ count, decide, onClose }: { count: number; decide: Decide; onClose: () => void }) {
  const isBlocking = useCan('admin');
  const send = ({ reason, block }: Record<string, string>) =>
    decide({ ...(reason && { reason }), ...(block && { block: block as Block }) });
  const { none, ...blocks } = acts.blocks;
  const options = [
    { value: '', label: none },
    ...Object.entries(blocks).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Dialog title={acts.rejectTitle(count)} onClose={onClose}>
      <p>{acts.rejectBody}</p>
      <Form act={acts.rejectAct} send={send} onDone={onClose} onCancel={onClose}>
        <TextArea
          name="reason"
          label={acts.reason}
          hint={acts.reasonHint}
          isOptional
          maxLength={LONGEST_REASON}
        />
        {isBlocking && <SelectField name="block" label={acts.block} options={options} />}
      </Form>
    </Dialog>
  );
}
