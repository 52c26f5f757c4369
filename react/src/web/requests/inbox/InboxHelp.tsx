'use client';
import type { ShortcutHelp } from '../../../headless/requests/inbox/inboxModel.ts';
import { useParts } from '../../ui/useParts.ts';

/** The keys, and what they do. */
export function InboxHelp({ help }: { help: ShortcutHelp | undefined }) {
  const { Dialog } = useParts();
  if (!help) return null;
  const { title, keys, isOpen, close, closeLabel } = help;
  return (
    <Dialog isOpen={isOpen} title={title} closeLabel={closeLabel} onClose={close}>
      <dl className="cb-keys">
        {keys.map(({ label, text }) => (
          <div key={label} className="cb-row">
            <dt>
              <kbd className="cb-key">{label}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
