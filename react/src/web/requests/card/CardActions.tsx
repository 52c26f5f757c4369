'use client';
import { useEffect, useRef } from 'react';
import { sellerWords } from '../../../headless/messages/en/seller.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import type { ButtonSlotProps, IconName } from '../../../headless/ui/slots.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Note } from '../../ui/Note.tsx';
import { useParts } from '../../ui/useParts.ts';

/** What the seller can do now; nothing once the request has ended. */
export function CardActions({ model }: { model: CallbackCardModel }) {
  const { call, acknowledge, complete, decline } = model;
  if (!call && !acknowledge && !complete && !decline) return null;
  return (
    <div className="cb-actions">
      {call && <Call call={call} />}
      <ActionButton action={acknowledge} variant="outline" icon="check" />
      <ActionButton action={complete} variant="outline" icon="check-circle" />
      <ActionButton action={decline} variant="ghost" />
    </div>
  );
}

interface CallProps {
  call: NonNullable<CallbackCardModel['call']>;
}

/** One press; a second one where something speaks against a call now. */
function Call({ call }: CallProps) {
  const { caution } = call;
  if (!caution) return <CallLink call={call} />;
  return caution.isShown ? (
    <div className="cb-caution">
      <Note tone="warning" icon="clock">
        {caution.text}
      </Note>
      <CallLink call={call} takesFocus />
    </div>
  ) : (
    <CautiousCall call={call} show={caution.show} />
  );
}

function CautiousCall({ call, show }: CallProps & { show: () => void }) {
  const { Button } = useParts();
  return (
    <Button
      variant="primary"
      size="md"
      icon="phone"
      accessibilityLabel={`${call.label}, ${call.number}`}
      onPress={show}
    >
      {call.number}
    </Button>
  );
}

/** A link, so that the telephone or the host's calling app takes it. */
function CallLink({ call, takesFocus = false }: CallProps & { takesFocus?: boolean }) {
  const { card: words } = useWords(sellerWords);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus(); // the button in its place is gone
  }, [takesFocus]);
  return (
    <a
      ref={link}
      className="cb-button"
      data-variant="primary"
      data-size="md"
      href={call.href}
      aria-label={takesFocus ? `${words.callAnyway}, ${call.number}` : `${call.label}, ${call.number}`}
      onClick={call.start}
    >
      <Icon name="phone" />
      {takesFocus && <span>{words.callAnyway}</span>}
      <bdi dir="ltr">{call.number}</bdi>
    </a>
  );
}

interface ActionButtonProps {
  action: Action | undefined;
  variant: ButtonSlotProps['variant'];
  icon?: IconName;
}

function ActionButton({ action, variant, icon }: ActionButtonProps) {
  const { Button } = useParts();
  if (!action) return null;
  return (
    <Button variant={variant} size="md" icon={icon} isBusy={action.isBusy} onPress={action.run}>
      {action.label}
    </Button>
  );
}
