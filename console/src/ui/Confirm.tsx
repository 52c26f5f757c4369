/** Asks before an act that cannot be taken back: a sentence about what will happen, and the act's name on the button. */
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shared } from '../texts/en.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { errorText } from './states.tsx';

interface ConfirmProps {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The act's name, such as "End request". */
  act: string;
  isDanger?: boolean;
  run: () => Promise<unknown>;
  onClose: () => void;
}

/** Open for as long as it is drawn; closes itself when the act is done. */
export function Confirm({ title, children, act, isDanger = false, run, onClose }: ConfirmProps) {
  const { mutate, isPending, error } = useMutation({ mutationFn: run, onSuccess: onClose });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{shared.form.cancel}</Button>
          <Button look={isDanger ? 'danger' : 'primary'} isBusy={isPending} onClick={() => mutate()}>
            {act}
          </Button>
        </>
      }
    >
      {error && <Banner tone="danger">{errorText(error)}</Banner>}
      <div className="prose">{children}</div>
    </Dialog>
  );
}
