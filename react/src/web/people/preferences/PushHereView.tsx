'use client';
import type { PushHereModel } from '../../../headless/people/preferences/usePushHere.ts';
import { useParts } from '../../ui/useParts.ts';
import { Section } from './Section.tsx';

/** Push to this browser: on, off, or why neither. */
export function PushHereView({ model: { title, text, hint, toggle, problem } }: { model: PushHereModel }) {
  const { Button } = useParts();
  return (
    <Section title={title} problem={problem}>
      <div className="cb-row cb-section-row">
        <p role="status">{text}</p>
        {toggle && (
          <Button variant="outline" size="sm" isBusy={toggle.isBusy} onPress={toggle.run}>
            {toggle.label}
          </Button>
        )}
      </div>
      <p className="cb-muted">{hint}</p>
    </Section>
  );
}
