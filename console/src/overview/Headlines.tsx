/** The first figures: each with its change against as many days before, and a small line of the periods. */
import type { Figures, PeriodFigures } from '@ringback/client';
import { Sparkline } from '../ui/charts/Sparkline.tsx';
import { Figure, Figures as FigureList } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { texts } from './texts.ts';

const { headlines: words } = texts;

/** Of a period that is an hour there is only what was received. */
type Some = { [Name in keyof PeriodFigures]?: PeriodFigures[Name] | undefined };
type Read = (figures: Some) => number | null;

interface Headline {
  label: string;
  read: Read;
  /** Of a rate the change is in points, of all else in percent. */
  kind: 'count' | 'rate' | 'time';
}

const HEADLINES: Headline[] = [
  { label: words.received, read: ({ received = null }) => received, kind: 'count' },
  { label: words.answerRate, read: ({ answer_rate = null }) => answer_rate, kind: 'rate' },
  { label: words.contactRate, read: ({ contact_rate = null }) => contact_rate, kind: 'rate' },
  { label: words.completionRate, read: ({ completion_rate = null }) => completion_rate, kind: 'rate' },
  { label: words.median, read: ({ response_seconds }) => response_seconds?.median ?? null, kind: 'time' },
  { label: words.p90, read: ({ response_seconds }) => response_seconds?.p90 ?? null, kind: 'time' },
  {
    label: words.average,
    read: ({ acknowledgement_seconds }) => acknowledgement_seconds?.average ?? null,
    kind: 'time',
  },
  { label: words.expiryRate, read: ({ expiry_rate = null }) => expiry_rate, kind: 'rate' },
  { label: words.declineRate, read: ({ decline_rate = null }) => decline_rate, kind: 'rate' },
  { label: words.withdrawalRate, read: ({ withdrawal_rate = null }) => withdrawal_rate, kind: 'rate' },
  { label: words.repeatRate, read: ({ repeat_rate = null }) => repeat_rate, kind: 'rate' },
  { label: words.held, read: ({ held = null }) => held, kind: 'count' },
  { label: words.codeAsked, read: ({ code_asked = null }) => code_asked, kind: 'count' },
  { label: words.refused, read: ({ refused = null }) => refused, kind: 'count' },
  { label: words.waiting, read: ({ waiting = null }) => waiting, kind: 'count' },
];

const written = (value: number | null, kind: Headline['kind']) => {
  if (value === null) return '–';
  if (kind === 'time') return format.duration(value);
  return kind === 'rate' ? format.percent(value) : format.number(value);
};

export function Headlines({ figures, isCompared }: { figures: Figures; isCompared: boolean }) {
  return (
    <FigureList>
      {HEADLINES.map(({ label, read, kind }) => (
        <Figure
          key={label}
          label={label}
          value={written(read(figures.figures), kind)}
          note={
            <>
              {isCompared && changeOf(read(figures.figures), read(figures.before.figures), kind)}
              <Sparkline values={figures.periods.map((period) => read(period.figures))} />
            </>
          }
        />
      ))}
    </FigureList>
  );
}

/** In words that say both, so that no colour is needed and none says what is good. */
function changeOf(now: number | null, before: number | null, kind: Headline['kind']) {
  if (now === null || before === null) return <span>{words.noChange}</span>;
  const was = written(before, kind);
  if (kind === 'rate') return <span>{words.points(signed(now - before), was)}</span>;
  if (before === 0) return <span>{words.was(was)}</span>;
  return <span>{words.percent(signed(((now - before) / before) * 100), was)}</span>;
}

const signed = (value: number) =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${format.number(Math.abs(Math.round(value * 10) / 10))}`;
