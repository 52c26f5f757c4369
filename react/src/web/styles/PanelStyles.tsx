'use client';
import { PANEL_STYLES } from './panelStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of forms and requests, which a page with nothing but buttons does without. */
export function PanelStyles() {
  return <Styles name="ringback-panels">{PANEL_STYLES}</Styles>;
}
