'use client';
import type { MessageLanguageModel } from '../../../headless/people/preferences/useMessageLanguage.ts';
import { Select } from '../../ui/Select.tsx';
import { Section } from './Section.tsx';

/** The language of what is sent. */
export function MessageLanguageView({ model }: { model: MessageLanguageModel }) {
  const { title, value, options, set, problem } = model;
  return (
    <Section title={title} problem={problem}>
      <Select aria-label={title} value={value} options={options} onSelect={set} />
    </Section>
  );
}
