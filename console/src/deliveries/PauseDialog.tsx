/** Asks before a channel is paused, with a reason for other operators, or resumed. */
import type { DeliveryChannel } from '@ringback/client';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { format } from '../ui/format.ts';
import { texts } from './texts.ts';
import { channelName } from './words.ts';

interface PauseDialogProps {
  channel: DeliveryChannel;
  isPaused: boolean;
  waiting: number;
  onClose: () => void;
}

const LONGEST_REASON = 300;

export function PauseDialog({ channel, isPaused, waiting, onClose }: PauseDialogProps) {
  const client = useClient();
  const queries = useQueryClient();
  const { pause, resume } = texts;
  const set = async (paused: boolean, reason?: string) => {
    await client.pauseChannel(channel, { paused, ...(reason && { reason }) });
    await queries.invalidateQueries({ queryKey: ['deliveries'] });
  };
  if (isPaused) {
    return (
      <Confirm
        title={resume.title(channelName(channel))}
        act={resume.act}
        run={() => set(false)}
        onClose={onClose}
      >
        <p>{resume.body(format.number(waiting))}</p>
      </Confirm>
    );
  }
  return (
    <Dialog title={pause.title(channelName(channel))} onClose={onClose}>
      <p>{pause.body}</p>
      <Form act={pause.act} send={({ reason }) => set(true, reason)} onDone={onClose} onCancel={onClose}>
        <TextField
          name="reason"
          label={pause.reason}
          hint={pause.reasonHint}
          isOptional
          maxLength={LONGEST_REASON}
        />
      </Form>
    </Dialog>
  );
}
