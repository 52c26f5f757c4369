'use client';
import { useId, useRef } from 'react';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { useCallbackCard } from '../../../headless/requests/card/useCallbackCard.ts';
import type { CallbackRequestCardProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Note } from '../../ui/Note.tsx';
import { UndoRow } from '../../ui/UndoRow.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { Attempts } from '../Attempts.tsx';
import { Listing } from '../Listing.tsx';
import { CardActions, CardReport } from './CardActions.tsx';
import { DeclinePanel } from './DeclinePanel.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { RetryPanel } from './RetryPanel.tsx';

/** In the seller's inbox: the buyer, the listing, and everything that can be done. */
export function CallbackRequestCard(props: CallbackRequestCardProps) {
  return <CallbackRequestCardView model={useCallbackCard(props)} />;
}

/** Draws a model of the card. */
export function CallbackRequestCardView({ model }: { model: CallbackCardModel }) {
  const nameId = useId();
  const article = useRef<HTMLElement>(null);
  const keptFocus = useKeptFocus(article);
  return (
    <Root>
      <PanelStyles />
      <article
        ref={article}
        className="cb-card"
        data-tone={model.attention}
        aria-labelledby={nameId}
        tabIndex={-1}
        {...keptFocus}
      >
        <CardHeader model={model} nameId={nameId} />
        <Listing {...model.listing} />
        <DetailList details={model.details} />
        <Attempts attempts={model.attempts} />
        <Expiry expiry={model.expiry} />
        {model.ending && !model.undo && <p className="cb-muted">{model.ending}</p>}
        {model.confirmation && (
          <Note tone={model.confirmation.tone} icon={model.confirmation.icon} isQuiet>
            {model.confirmation.label}
          </Note>
        )}
        {model.undo && <UndoRow {...model.undo} />}
        {model.error && (
          <Note tone="danger" icon="alert">
            {model.error}
          </Note>
        )}
        <OutcomeQuestion outcome={model.outcome} />
        {model.declining ? <DeclinePanel declining={model.declining} /> : <CardActions model={model} />}
        {model.report && <CardReport report={model.report} />}
        <LiveRegion>{model.announcement?.message}</LiveRegion>
      </article>
    </Root>
  );
}

function CardHeader({ model, nameId }: { model: CallbackCardModel; nameId: string }) {
  const { name, initials, avatarUrl } = model.buyer;
  return (
    <header className="cb-card-header">
      {avatarUrl ? (
        <img className="cb-avatar" src={avatarUrl} alt="" loading="lazy" />
      ) : (
        <span className="cb-avatar" aria-hidden="true">
          {initials}
        </span>
      )}
      <div className="cb-card-buyer">
        <h3 id={nameId} className="cb-card-name">
          <bdi>{name}</bdi>
        </h3>
        <p className="cb-muted">{model.requestedAt}</p>
      </div>
      <div className="cb-badges">
        {model.marks.map((mark) => (
          <Badge key={mark.label} {...mark} />
        ))}
        {model.priority && <Badge {...model.priority} />}
        {model.expiry?.isSoon && <Badge {...model.expiry} />}
        <Badge {...model.status} />
      </div>
    </header>
  );
}

/** The question after a call, and then the one about the next attempt. */
function OutcomeQuestion({ outcome }: Pick<CallbackCardModel, 'outcome'>) {
  if (!outcome) return null;
  return outcome.retry ? <RetryPanel retry={outcome.retry} /> : <OutcomePanel outcome={outcome} />;
}

/** In its last day a badge shows it. */
function Expiry({ expiry }: Pick<CallbackCardModel, 'expiry'>) {
  if (!expiry || expiry.isSoon) return null;
  return (
    <p className="cb-expiry">
      <Icon name={expiry.icon} />
      {expiry.label}
    </p>
  );
}
