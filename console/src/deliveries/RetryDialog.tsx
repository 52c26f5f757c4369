/** Asks before dead letters are retried, with how many that is; then retries them, a thousand a call. */
import type { RetryDeliveries } from '@ringback/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { CheckField } from '../ui/Field.tsx';
import { format } from '../ui/format.ts';
import { useNotify } from '../ui/Notices.tsx';
import { Loaded } from '../ui/states.tsx';
import { texts } from './texts.ts';

interface RetryDialogProps {
  which: RetryDeliveries;
  onClose: () => void;
}

const { retry: words } = texts;

export function RetryDialog({ which, onClose }: RetryDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const notify = useNotify();
  const [isUncertainToo, setIsUncertainToo] = useState(false);
  const chosen = { ...which, include_uncertain: isUncertainToo };
  const preview = useQuery({
    queryKey: ['retry preview', which],
    queryFn: () => client.retryDeliveries({ ...which, preview: true }),
    gcTime: 0,
  });
  const run = async () => {
    let retried = 0;
    for (let last = -1; last !== 0; ) {
      ({ retried: last } = await client.retryDeliveries(chosen));
      retried += last;
      if (which.ids) break;
    }
    notify({ tone: 'success', message: words.done(format.number(retried)) });
    await queries.invalidateQueries({ queryKey: ['deliveries'] });
  };
  const count = preview.data?.matched ?? 0;
  const uncertain = preview.data?.uncertain ?? 0;
  const isSms = which.channel === 'sms';
  const body = (
    <Loaded query={preview} skeleton={<p>{words.counting}</p>}>
      {() => (
        <>
          <p>{count > 0 ? words.count(format.number(count)) : words.none}</p>
          {count > 0 && <p>{words.judged}</p>}
          {uncertain > 0 && <p>{words.uncertain(format.number(uncertain))}</p>}
          {uncertain > 0 && isSms && <p>{words.sms}</p>}
          {uncertain > 0 && !isSms && (
            <CheckField
              label={words.include}
              checked={isUncertainToo}
              onChange={({ target }) => setIsUncertainToo(target.checked)}
            />
          )}
        </>
      )}
    </Loaded>
  );
  const isAnything = count > 0 || isUncertainToo || (uncertain > 0 && !isSms);
  if (!isAnything) {
    return (
      <Dialog title={words.title} onClose={onClose}>
        {body}
      </Dialog>
    );
  }
  return (
    <Confirm title={words.title} act={words.act} run={run} onClose={onClose}>
      {body}
    </Confirm>
  );
}
