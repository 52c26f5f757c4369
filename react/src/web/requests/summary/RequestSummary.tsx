'use client';
import { type ReactNode, useRef } from 'react';
import { buyerWords } from '../../../headless/messages/en/buyer.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import { useEditForm } from '../../../headless/requests/form/useEditForm.ts';
import type { RequestSummary as RequestSummaryModel } from '../../../headless/requests/summary/summaryModel.ts';
import type { Action as ActionModel } from '../../../headless/ui/parts.ts';
import type { ButtonSlotProps } from '../../../headless/ui/slots.ts';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Note } from '../../ui/Note.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { useParts } from '../../ui/useParts.ts';
import { Attempts } from '../Attempts.tsx';
import { CodeStepPart } from '../code/CodeStepPart.tsx';
import { CallbackForm } from '../form/CallbackForm.tsx';
import { Listing } from '../Listing.tsx';
import { Seller } from '../Seller.tsx';
import { ConfirmationPanel } from './ConfirmationPanel.tsx';
import { Question } from './Question.tsx';

interface RequestSummaryProps {
  model: RequestSummaryModel;
  /** Outside of the listing's own page: listing and seller come first, and the listing leads to its page. */
  namesListing?: boolean | undefined;
  /** Below, such as its history. */
  children?: ReactNode;
}

/** A request as its buyer sees it: its status, what was requested, and what can still be done. */
export function RequestSummary({ model, namesListing = false, children }: RequestSummaryProps) {
  const { dialog: words } = useWords(buyerWords);
  const { edit } = model;
  const article = useRef<HTMLElement>(null);
  const keptFocus = useKeptFocus(article);
  return (
    <article
      ref={article}
      className="cb-summary"
      aria-label={namesListing ? model.listing.title : words.request}
      tabIndex={-1}
      {...keptFocus}
    >
      <PanelStyles />
      {namesListing && <Subject listing={model.listing} seller={model.seller} />}
      {edit?.isOpen ? <EditPanel {...edit} /> : <Standing model={model} namesListing={namesListing} />}
      {children}
    </article>
  );
}

function Standing({ model, namesListing }: Pick<RequestSummaryProps, 'model' | 'namesListing'>) {
  return (
    <>
      <div className="cb-row">
        <Badge {...model.status} />
        {model.expiry && <span className="cb-muted">{model.expiry}</span>}
      </div>
      <p>{model.note}</p>
      {model.error && (
        <Note tone="danger" icon="alert">
          {model.error}
        </Note>
      )}
      {model.code && <CodeStepPart options={model.code} />}
      <Questions model={model} />
      <SummaryActions model={model} />
      <Steps steps={model.steps} />
      <Attempts attempts={model.attempts} />
      {namesListing ? <DetailList details={model.details} /> : <Recap model={model} />}
    </>
  );
}

/** What the buyer may answer now. */
function Questions({ model: { extension, confirmation, profileOffer } }: { model: RequestSummaryModel }) {
  return (
    <>
      {profileOffer && (
        <Question
          text={profileOffer.question}
          actions={[
            { ...profileOffer.accept, variant: 'secondary' },
            { ...profileOffer.dismiss, variant: 'ghost' },
          ]}
        />
      )}
      {extension && (
        <Question text={extension.question} actions={[{ ...extension.action, variant: 'primary' }]} />
      )}
      {confirmation && <ConfirmationPanel confirmation={confirmation} />}
    </>
  );
}

/** All that was sent. */
function Recap({ model: { listing, seller, details } }: { model: RequestSummaryModel }) {
  return (
    <div className="cb-recap">
      <Subject listing={{ ...listing, href: undefined }} seller={seller} />
      <DetailList details={details} />
    </div>
  );
}

function Subject({ listing, seller }: Pick<RequestSummaryModel, 'listing' | 'seller'>) {
  return (
    <>
      <Listing {...listing} />
      {seller.name && <Seller {...seller} />}
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

function SummaryActions({ model: { withdrawal, edit, undo, again } }: { model: RequestSummaryModel }) {
  const { Button } = useParts();
  const actions: (ActionModel & Pick<ButtonSlotProps, 'variant'>)[] = [
    ...(undo ? [{ ...undo, variant: 'outline' as const }] : []),
    ...(edit ? [{ ...edit.open, variant: 'outline' as const }] : []),
    ...(withdrawal ? [{ ...withdrawal, variant: 'ghost' as const }] : []),
    ...(again?.action ? [{ ...again.action, variant: 'outline' as const }] : []),
  ];
  return (
    <>
      {again && <p className="cb-muted">{again.text}</p>}
      {actions.length > 0 && (
        <div className="cb-actions">
          {actions.map(({ label, variant, isBusy, run }) => (
            <Button key={label} variant={variant} size="md" isBusy={isBusy} onPress={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function EditPanel({ formOptions, reason, close }: NonNullable<RequestSummaryModel['edit']>) {
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
      {reason && (
        <Note tone="warning" icon="alert" isQuiet>
          {reason}
        </Note>
      )}
      <CallbackForm model={form} />
    </>
  );
}
