'use client';
import { MINE_STYLES } from './mineStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of a buyer's requests. */
export function MineStyles() {
  return <Styles name="ringback-mine">{MINE_STYLES}</Styles>;
}
