/** What was not sent at once: held, to be confirmed by a code, or refused; each by its reasons. */
import type { Figures } from '@ringback/client';
import { ShareBars } from '../ui/charts/ShareBars.tsx';
import { Section } from '../ui/Page.tsx';
import { sharesOf } from './shares.ts';
import { texts } from './texts.ts';

const { notSent: words } = texts;
const KINDS = ['held', 'code_asked', 'refused'] as const;

export function NotSent({ figures: { figures, shares } }: { figures: Figures }) {
  const kinds = KINDS.filter((kind) => figures[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <div className="columns">
      {kinds.map((kind) => (
        <Section key={kind} title={words[kind].title}>
          <ShareBars
            title={words[kind].title}
            columns={texts.shareColumns}
            shares={sharesOf(shares[kind], {})
              .map((share) => ({ ...share, label: reasonOf(share.key) }))
              .toSorted((one, other) => other.count - one.count)}
            whole={figures[kind]}
          />
          <p className="quiet">{words[kind].means}</p>
        </Section>
      ))}
    </div>
  );
}

/** The names of signals are their words: flood_of_requests. */
function reasonOf(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return words.reasons[name] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
