'use client';
import type { MessageLanguageModel } from '../../../headless/people/preferences/useMessageLanguage.ts';
import { Select } from '../../ui/Select.tsx';
import { Section } from './Section.tsx';

/** The language of what is sent. */
export function MessageLanguageView({ model }: { model: MessageLanguageModel }) {
  const { title, value, options, set, problem } = model;
  return (
    <Section title={title} problem={problem}>
      <Select
        value={value}
        options={options}
        isInvalid={problem !== undefined}
        attributes={{ 'aria-label': title }}
        onChange={set}
      />
    </Section>
  );
}
