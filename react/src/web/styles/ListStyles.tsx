'use client';
import { LIST_STYLES } from './listStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of lists and their tabs, which a page with nothing but buttons and cards does without. */
export function ListStyles() {
  return <Styles name="ringback-lists">{LIST_STYLES}</Styles>;
}
