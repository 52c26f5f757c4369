'use client';
import { useId, useRef } from 'react';
import { useMessages } from '../../../headless/messages/useMessages.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { useCallbackCard } from '../../../headless/requests/card/useCallbackCard.ts';
import type { CallbackRequestCardProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Detail } from '../../ui/Detail.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Note } from '../../ui/Note.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { CardActions } from './CardActions.tsx';
import { DeclinePanel } from './DeclinePanel.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';

/** In the seller's inbox: who wants to be called about what, and everything that can be done about it. */
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
        <CardListing listing={model.listing} />
        <CardDetails model={model} />
        {model.ending && <p className="cb-muted">{model.ending}</p>}
        {model.error && (
          <Note tone="danger" icon="alert">
            {model.error}
          </Note>
        )}
        {model.outcome && <OutcomePanel outcome={model.outcome} />}
        {model.declining ? <DeclinePanel declining={model.declining} /> : <CardActions model={model} />}
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
        {model.priority && <Badge {...model.priority} />}
        {model.expiry?.isSoon && <Badge {...model.expiry} />}
        <Badge {...model.status} />
      </div>
    </header>
  );
}

function CardListing({ listing: { title, price, imageUrl } }: Pick<CallbackCardModel, 'listing'>) {
  return (
    <div className="cb-card-listing">
      {imageUrl && <img className="cb-thumbnail" src={imageUrl} alt="" loading="lazy" />}
      <span className="cb-card-title">
        <bdi>{title}</bdi>
      </span>
      {price && <span className="cb-card-price">{price}</span>}
    </div>
  );
}

function CardDetails({ model: { reason, preferredTimes, message, expiry } }: { model: CallbackCardModel }) {
  const { card: words } = useMessages();
  return (
    <>
      {(reason || preferredTimes || message) && (
        <dl className="cb-details">
          <Detail label={words.reason}>{reason}</Detail>
          <Detail label={words.preferredTimes}>{preferredTimes}</Detail>
          <Detail label={words.message}>{message}</Detail>
        </dl>
      )}
      {expiry && !expiry.isSoon && (
        <p className="cb-expiry">
          <Icon name={expiry.icon} />
          {expiry.label}
        </p>
      )}
    </>
  );
}
