'use client';
import { Styles } from './Styles.tsx';
import { STATS_STYLES } from './statsStylesheet.ts';

/** The look of a person's figures. */
export function StatsStyles() {
  return <Styles name="ringback-stats">{STATS_STYLES}</Styles>;
}
