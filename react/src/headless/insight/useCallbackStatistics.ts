/** A seller's fair figures, each with what it counts. There is none below five requests: it would mislead. */
import type { Stats } from '@ringback/client';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import { type StatisticsWords, statisticsWords } from '../messages/en/statistics.ts';
import { errorText } from '../messages/errorText.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackRequestStats } from './useCallbackRequestStats.ts';

export interface Figure {
  label: string;
  /** "83%"; what is shown instead while there are too few requests. */
  value: string;
  isKnown: boolean;
  /** What it counts. */
  hint: string;
}

export interface Statistics {
  title: string;
  /** Empty until they have come. */
  figures: Figure[];
  loading: boolean;
  error: string | undefined;
}

export function useCallbackStatistics(): Statistics {
  const words = useWords(statisticsWords);
  const format = useFormat();
  const { stats, loading, error } = useCallbackRequestStats();
  return {
    title: words.statistics.title,
    figures: stats ? figuresOf(stats, words, format) : [],
    loading,
    error: error && !stats ? errorText(words, error) : undefined,
  };
}

type Words = StatisticsWords['statistics'];

function figuresOf(
  { as_seller: seller }: Stats,
  { locale, statistics: words }: StatisticsWords & { locale: string },
  format: Format,
): Figure[] {
  return [
    figure(words.answerRate, percent(seller.answer_rate, locale), words),
    figure(words.contactRate, percent(seller.contact_rate, locale), words),
    figure(words.responseTime, duration(seller.median_response_minutes, words, format), words),
  ];
}

const figure = (
  { label, hint }: { label: string; hint: string },
  value: string | undefined,
  { tooFew }: Words,
): Figure => ({ label, hint, value: value ?? tooFew, isKnown: value !== undefined });

function percent(rate: number | null, locale: string): string | undefined {
  if (rate === null) return undefined;
  return new Intl.NumberFormat(locale, { style: 'percent', numberingSystem: 'latn' }).format(rate / 100);
}

function duration(minutes: number | null, words: Words, format: Format): string | undefined {
  if (minutes === null) return undefined;
  if (minutes < 60) return words.minutes(format.number(Math.max(1, Math.round(minutes))));
  return words.hours(format.number(Math.round(minutes / 6) / 10));
}
