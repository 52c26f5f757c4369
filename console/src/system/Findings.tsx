/** What is wrong, the most severe first, each with what to do. */
import type { Finding } from '@ringback/client';
import type { Tone } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { texts } from './texts.ts';

const TONES: Record<string, Tone> = { error: 'danger', warning: 'warning', info: 'neutral' };
const { findings: words } = texts;

export function Findings({ findings }: { findings: Finding[] }) {
  return (
    <Section title={words.title}>
      {findings.length === 0 && (
        <Empty icon="check-circle" title={words.none}>
          {words.noneHint}
        </Empty>
      )}
      {findings.map(({ code, subject, severity, message, cure, since }) => (
        <Banner
          key={`${code} ${subject}`}
          tone={TONES[severity] ?? 'warning'}
          title={`${words.severities[severity] ?? severity}: ${message}`}
        >
          <WithCode text={cure} /> <code className="quiet">{code}</code>
          {since && (
            <span className="quiet">
              {' '}
              {words.since} <Time at={since} isFocusable />
            </span>
          )}
        </Banner>
      ))}
    </Section>
  );
}

/** What stands between backticks is to be typed. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in their order
    place % 2 === 1 ? <code key={place}>{part}</code> : part,
  );
}
