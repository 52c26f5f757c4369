'use client';
import { type RefObject, useEffect, useRef } from 'react';
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

/** Rarely wanted, so it is folded; also once the request has ended. */
export function CardReport({
  report: { label, actions },
}: {
  report: NonNullable<CallbackCardModel['report']>;
}) {
  return (
    <details className="cb-more">
      <summary>{label}</summary>
      <div className="cb-actions">
        {actions.map((action) => (
          <ActionButton key={action.label} action={action} variant="outline" />
        ))}
      </div>
    </details>
  );
}

interface CallProps {
  call: NonNullable<CallbackCardModel['call']>;
}

/** One press; a second one where something speaks against a call now. */
function Call({ call }: CallProps) {
  const { caution } = call;
  if (!caution) return <CallControl call={call} />;
  return caution.isShown ? (
    <CautionedCall call={call} text={caution.text} />
  ) : (
    <CautiousCall call={call} show={caution.show} />
  );
}

function CautiousCall({ call, show }: CallProps & { show: () => void }) {
  return <CallButton call={call} label={call.label} onPress={show} />;
}

function CautionedCall({ call, text }: CallProps & { text: string }) {
  const { card: words } = useWords(sellerWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('a, button')?.focus(), []); // the button in its place is gone
  return (
    <div ref={box} className="cb-caution">
      <Note tone="warning" icon="clock">
        {text}
      </Note>
      <CallControl call={call} anyway={words.callAnyway} />
    </div>
  );
}

interface CallControlProps extends CallProps {
  /** What the label says in spite of a caution. */
  anyway?: string;
}

/** A link, so that the telephone or the host's calling app takes it; while the number is masked a button, which reveals and dials. */
function CallControl({ call, anyway }: CallControlProps) {
  const isPressed = useRef(false);
  function press() {
    isPressed.current = true;
    void call.reveal();
  }
  if (call.href !== undefined) return <CallLink call={call} anyway={anyway} isPressed={isPressed} />;
  return <CallButton call={call} label={anyway ?? call.label} onPress={press} />;
}

function CallButton({ call, label, onPress }: CallProps & { label: string; onPress: () => void }) {
  const { Button } = useParts();
  return (
    <Button
      variant="primary"
      size="md"
      icon="phone"
      isBusy={call.isRevealing}
      accessibilityLabel={`${label}, ${call.number}`}
      onPress={onPress}
    >
      {isolated(call.number)}
    </Button>
  );
}

/** Left to right, in a text that goes either way. */
const isolated = (number: string) => `\u2066${number}\u2069`;

interface CallLinkProps extends CallProps {
  anyway: string | undefined;
  /** Whether the button in its place was pressed, which the link then makes up for, once. */
  isPressed: RefObject<boolean>;
}

function CallLink({ call, anyway, isPressed }: CallLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isPressed.current) return;
    isPressed.current = false;
    link.current?.focus();
    link.current?.click();
  }, [isPressed]);
  return (
    <a
      ref={link}
      className="cb-button"
      data-variant="primary"
      data-size="md"
      href={call.href}
      aria-label={`${anyway ?? call.label}, ${call.number}`}
      onClick={call.start}
    >
      <Icon name="phone" />
      {anyway !== undefined && <span>{anyway}</span>}
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
