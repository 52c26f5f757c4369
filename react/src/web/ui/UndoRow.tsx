import type { Action } from '../../headless/ui/parts.ts';
import { useParts } from './useParts.ts';

/** What was done a moment ago, and the way back. A live region elsewhere announces it. */
export function UndoRow({ text, action }: { text: string; action: Action }) {
  const { Button } = useParts();
  return (
    <div className="cb-row cb-undo">
      <span>{text}</span>
      <Button variant="outline" size="sm" isBusy={action.isBusy} onPress={action.run}>
        {action.label}
      </Button>
    </div>
  );
}
