'use client';
import type { CallbackGuidelinesProps } from '../../headless/requests/props.ts';
import { Root } from '../platform/Root.tsx';
import { PanelStyles } from '../styles/PanelStyles.tsx';
import { Guidelines } from './Guidelines.tsx';

/** Advice for buyers or sellers, such as above an inbox: open at a person's first visit, one line from then on. */
export function CallbackGuidelines(props: CallbackGuidelinesProps) {
  return (
    <Root>
      <PanelStyles />
      <Guidelines {...props} />
    </Root>
  );
}
