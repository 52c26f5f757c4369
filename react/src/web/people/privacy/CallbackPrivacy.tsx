'use client';
import { useEffect, useRef } from 'react';
import type { CallbackPrivacyProps } from '../../../headless/people/privacy/props.ts';
import { type PrivacyPart, useCallbackPrivacy } from '../../../headless/people/privacy/useCallbackPrivacy.ts';
import { Root } from '../../platform/Root.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { PreferencesStyles } from '../../styles/PreferencesStyles.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { useParts } from '../../ui/useParts.ts';
import { Section } from '../preferences/Section.tsx';
import { saveFile } from './saveFile.ts';

/** What the signed-in person may do with what is stored about them: stop callbacks, download it, erase it. */
export function CallbackPrivacy(props: CallbackPrivacyProps) {
  const parts = useCallbackPrivacy(props, saveFile);
  return (
    <Root className="cb-sections">
      <PanelStyles />
      <PreferencesStyles />
      {parts.map((part) => (
        <PrivacyPartView key={part.section} part={part} />
      ))}
    </Root>
  );
}

/** One section: its presses, or its question, and how it went. */
export function PrivacyPartView({ part }: { part: PrivacyPart }) {
  const { title, hint, actions, question, notice, problem } = part;
  const { Button } = useParts();
  return (
    <Section title={title} hint={hint} problem={problem}>
      {question && <Question question={question} />}
      {actions.length > 0 && (
        <div className="cb-actions">
          {actions.map(({ label, run, isBusy }) => (
            <Button key={label} variant="outline" size="md" isBusy={isBusy} onPress={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
      <StatusMessage notice={notice} />
    </Section>
  );
}

/** Takes the focus: the button that was pressed is gone. */
function Question({
  question: { text, confirm, cancel },
}: {
  question: NonNullable<PrivacyPart['question']>;
}) {
  const { Button } = useParts();
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <>
      <p ref={words} tabIndex={-1}>
        {text}
      </p>
      <div className="cb-actions">
        <Button variant="danger" size="md" isBusy={confirm.isBusy} onPress={confirm.run}>
          {confirm.label}
        </Button>
        <Button variant="ghost" size="md" onPress={cancel.run}>
          {cancel.label}
        </Button>
      </div>
    </>
  );
}
