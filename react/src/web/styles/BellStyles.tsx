'use client';
import { BELL_STYLES } from './bellStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of the bell, which is on every page. */
export function BellStyles() {
  return <Styles name="ringback-bell">{BELL_STYLES}</Styles>;
}
