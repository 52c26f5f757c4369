'use client';
import type { Action } from '../../../headless/ui/parts.ts';
import type { ButtonSlotProps } from '../../../headless/ui/slots.ts';
import { useParts } from '../../ui/useParts.ts';

interface QuestionProps {
  text: string;
  actions: (Action & Pick<ButtonSlotProps, 'variant'>)[];
}

/** Something that the buyer may decide now. */
export function Question({ text, actions }: QuestionProps) {
  const { Button } = useParts();
  return (
    <fieldset className="cb-panel">
      <legend className="cb-panel-question">{text}</legend>
      <div className="cb-actions">
        {actions.map(({ label, variant, isBusy, run }) => (
          <Button key={label} variant={variant} size="md" isBusy={isBusy} onPress={run}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
