'use client';
import { type FormEvent, useEffect, useRef } from 'react';
import type { CodeStepOptions } from '../../../headless/requests/code/codeModel.ts';
import { useCodeStep } from '../../../headless/requests/code/useCodeStep.ts';
import type { ControlAttributes } from '../../../headless/ui/slots.ts';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { useParts } from '../../ui/useParts.ts';
import { useTextedCode } from './useTextedCode.ts';

/** The buyer enters the code that was texted to the number. Loaded by CodeStepPart alone: few need it. */
export function CodeStep({ options }: { options: CodeStepOptions }) {
  const model = useCodeStep(options);
  const { Button } = useParts();
  const form = useCodeFocus(model.focus);
  useTextedCode(options.request.phone_code?.expires_at, model.set);
  const send = (event: FormEvent) => {
    event.preventDefault();
    model.submit.run();
  };
  return (
    <form ref={form} className="cb-panel" aria-label={model.title} noValidate onSubmit={send}>
      <p>{model.sentence}</p>
      <Field label={model.label} hint={model.validity} error={model.error}>
        {(control) => (
          <Input
            value={model.value}
            onChange={model.set}
            isMultiline={false}
            isInvalid={model.error !== undefined}
            attributes={{ ...control, ...TYPING }}
          />
        )}
      </Field>
      <input type="submit" hidden /> {/* Enter sends, whatever the host's button is made of */}
      <div className="cb-actions">
        <Button variant="primary" size="md" isBusy={model.submit.isBusy} onPress={model.submit.run}>
          {model.submit.label}
        </Button>
        {model.resend && (
          <Button variant="outline" size="md" isBusy={model.resend.isBusy} onPress={model.resend.run}>
            {model.resend.label}
          </Button>
        )}
        {model.changeNumber && (
          <Button
            variant="ghost"
            size="md"
            isBusy={model.changeNumber.isBusy}
            onPress={model.changeNumber.run}
          >
            {model.changeNumber.label}
          </Button>
        )}
      </div>
      {model.resendNote && <p className="cb-muted">{model.resendNote}</p>}
    </form>
  );
}

/** Digits run from left to right in every language. */
const TYPING: ControlAttributes = {
  ...{ type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code', name: 'one-time-code' },
  ...{ dir: 'ltr', required: true, 'data-field': 'code' },
};

/** Into the field when the dialog turns to this step, and after each refusal. In a page it would take the focus away. */
function useCodeFocus(refused: object | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const isInDialog = form.current?.closest('dialog, [role="dialog"]');
    if (refused || isInDialog) form.current?.querySelector('input')?.focus();
  }, [refused]);
  return form;
}
