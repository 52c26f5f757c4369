'use client';
import { useMessages } from '../headless/hooks/useMessages.ts';
import { noticeBadge } from '../headless/models/badges.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import { DialogContent } from './DialogContent.tsx';
import { Root } from './Root.tsx';
import { Note } from './ui/Note.tsx';
import { useParts } from './useParts.ts';

/** Opens from the button: the form, or the request that was made. */
export function CallbackRequestDialog({ model }: { model: CallbackButtonModel }) {
  const { dialog: words } = useMessages();
  const { Dialog } = useParts();
  const isOpen = model.dialog !== 'closed';
  return (
    <Dialog isOpen={isOpen} title={model.title} closeLabel={words.close} onClose={model.close}>
      {isOpen && (
        <Root>
          <News notice={model.announcement} />
          <DialogContent model={model} />
        </Root>
      )}
    </Dialog>
  );
}

/** Told here, because the page's own status is out of reach while the dialog is open. */
function News({ notice }: { notice: CallbackButtonModel['announcement'] }) {
  const badge = notice && noticeBadge(notice);
  return (
    <div role="status" className="cb-dialog-news">
      {badge && (
        <Note tone={badge.tone} icon={badge.icon}>
          {badge.label}
        </Note>
      )}
    </div>
  );
}
