'use client';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import type { ButtonSlotProps, IconName } from '../../../headless/ui/slots.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useParts } from '../../ui/useParts.ts';

/** What the seller can do now; nothing once the request has ended. */
export function CardActions({ model }: { model: CallbackCardModel }) {
  const { call, acknowledge, complete, decline } = model;
  if (!call && !acknowledge && !complete && !decline) return null;
  return (
    <div className="cb-actions">
      {call && <CallLink call={call} />}
      <ActionButton action={acknowledge} variant="outline" icon="check" />
      <ActionButton action={complete} variant="outline" icon="check-circle" />
      <ActionButton action={decline} variant="ghost" />
    </div>
  );
}

/** A link, so that the telephone or the host's calling app takes it. */
function CallLink({ call }: { call: NonNullable<CallbackCardModel['call']> }) {
  return (
    <a
      className="cb-button"
      data-variant="primary"
      data-size="md"
      href={call.href}
      aria-label={`${call.label}, ${call.number}`}
      onClick={call.start}
    >
      <Icon name="phone" />
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
