/** At the foot of the window while something is changed: discard it, or review and save it. */
import type { Setting } from '@ringback/client';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Differences } from '../Differences.tsx';
import { texts } from '../texts.ts';
import { RiskPreview } from './RiskPreview.tsx';
import type { Draft } from './useDraft.ts';
import type { Save } from './useSave.ts';

const { changes: words } = texts;

interface ChangesBarProps {
  settings: readonly Setting[];
  draft: Draft;
  save: Save;
}

export function ChangesBar({ settings, draft, save }: ChangesBarProps) {
  const { refused } = save;
  return (
    <div className="changes-bar">
      {refused && (
        <Banner
          tone="danger"
          actions={refused.isConflict && <Button onClick={save.reload}>{words.reload}</Button>}
        >
          {refused.message}
        </Banner>
      )}
      <div className="changes-acts">
        <span role="status">{words.count(draft.count)}</span>
        <Button
          onClick={() => {
            save.forget();
            draft.discard();
          }}
        >
          {words.discard}
        </Button>
        <Button look="primary" isBusy={save.isReviewing} onClick={save.review}>
          {save.isReviewing ? words.checking : words.review}
        </Button>
      </div>
      {save.found && <Review settings={settings} save={save} />}
    </div>
  );
}

function Review({ settings, save }: { settings: readonly Setting[]; save: Save }) {
  const differences = save.found?.changes ?? [];
  return (
    <Dialog
      title={words.title}
      onClose={save.forget}
      footer={
        <Button look="primary" isBusy={save.isSaving} onClick={save.confirm}>
          {save.isSaving ? words.saving : words.save}
        </Button>
      }
    >
      {differences.length === 0 ? (
        words.nothing
      ) : (
        <>
          <Differences differences={differences} settings={settings} />
          <RiskPreview differences={differences} />
        </>
      )}
    </Dialog>
  );
}
