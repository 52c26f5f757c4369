'use client';
import type { SelectModel } from '../../../headless/people/preferences/selectModel.ts';
import { Select } from '../../ui/Select.tsx';
import { Section } from './Section.tsx';

/** One choice from a list. */
export function SelectView({ model }: { model: SelectModel }) {
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
