'use client';
import { useRef } from 'react';
import { buyerWords } from '../../../headless/messages/en/buyer.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import { useEditForm } from '../../../headless/requests/form/useEditForm.ts';
import type { RequestSummary as RequestSummaryModel } from '../../../headless/requests/summary/summaryModel.ts';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Note } from '../../ui/Note.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { useParts } from '../../ui/useParts.ts';
import { CallbackForm } from '../form/CallbackForm.tsx';

/** A request as its buyer sees it: its status, what was requested, and what can still be done. */
export function RequestSummary({ model }: { model: RequestSummaryModel }) {
  const { dialog: words } = useWords(buyerWords);
  const { edit } = model;
  const article = useRef<HTMLElement>(null);
  const keptFocus = useKeptFocus(article);
  return (
    <article ref={article} className="cb-summary" aria-label={words.request} tabIndex={-1} {...keptFocus}>
      <PanelStyles />
      {edit?.isOpen ? <EditPanel {...edit} /> : <Standing model={model} />}
    </article>
  );
}

function Standing({ model }: { model: RequestSummaryModel }) {
  return (
    <>
      <div className="cb-row">
        <Badge {...model.status} />
        {model.expiry && <span className="cb-muted">{model.expiry}</span>}
      </div>
      <p>{model.note}</p>
      <Steps steps={model.steps} />
      <DetailList details={model.details} />
      {model.error && (
        <Note tone="danger" icon="alert">
          {model.error}
        </Note>
      )}
      <SummaryActions model={model} />
    </>
  );
}

function Steps({ steps }: Pick<RequestSummaryModel, 'steps'>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes lists without markers for none
    <ol className="cb-steps" role="list">
      {steps.map(({ label, at, isDone }) => (
        <li key={label} className="cb-step" data-done={isDone || undefined}>
          <span className="cb-step-mark">{isDone && <Icon name="check" />}</span>
          <span className="cb-step-label">{label}</span>
          {at && <span className="cb-muted">{at}</span>}
        </li>
      ))}
    </ol>
  );
}

function SummaryActions({ model: { withdrawal, edit } }: { model: RequestSummaryModel }) {
  const { summary: words } = useWords(buyerWords);
  const { Button } = useParts();
  if (!withdrawal) return null;
  if (!withdrawal.isAsked) {
    return (
      <div className="cb-actions">
        {edit && (
          <Button variant="outline" size="md" isBusy={edit.open.isBusy} onPress={edit.open.run}>
            {edit.open.label}
          </Button>
        )}
        <Button variant="ghost" size="md" isBusy={withdrawal.isBusy} onPress={withdrawal.ask}>
          {words.withdraw}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="cb-panel">
      <legend className="cb-visually-hidden">{words.withdraw}</legend>
      <p className="cb-panel-question">{withdrawal.question}</p>
      <div className="cb-actions">
        <Button variant="danger" size="md" isBusy={withdrawal.isBusy} onPress={withdrawal.run}>
          {withdrawal.label}
        </Button>
        <Button variant="ghost" size="md" onPress={withdrawal.cancel}>
          {words.keep}
        </Button>
      </div>
    </fieldset>
  );
}

function EditPanel({ formOptions, close }: NonNullable<RequestSummaryModel['edit']>) {
  const { edit: words } = useWords(buyerWords);
  const { Button } = useParts();
  const form = useEditForm(formOptions);
  return (
    <>
      <div className="cb-row">
        <h3 className="cb-subtitle">{words.title}</h3>
        <Button variant="ghost" size="sm" onPress={close}>
          {words.cancel}
        </Button>
      </div>
      <CallbackForm model={form} />
    </>
  );
}
