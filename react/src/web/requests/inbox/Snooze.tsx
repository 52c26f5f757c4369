'use client';
import type { SnoozeModel } from '../../../headless/requests/inbox/inboxModel.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useParts } from '../../ui/useParts.ts';
import { RetryPanel } from '../card/RetryPanel.tsx';

/** Puts the request off, or shows until when it is. */
export function Snooze({ snooze: { until, end, open, choice } }: { snooze: SnoozeModel }) {
  if (choice) return <RetryPanel retry={choice} />;
  return (
    <div className="cb-row">
      {until && (
        <p className="cb-expiry">
          <Icon name="clock" />
          {until}
        </p>
      )}
      <div className="cb-actions">
        <Press action={end} />
        <Press action={open} />
      </div>
    </div>
  );
}

function Press({ action }: { action: Action | undefined }) {
  const { Button } = useParts();
  if (!action) return null;
  return (
    <Button variant="outline" size="sm" isBusy={action.isBusy} onPress={action.run}>
      {action.label}
    </Button>
  );
}
