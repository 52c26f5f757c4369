'use client';
import { useMemo } from 'react';
import {
  CallbackProvider as HeadlessProvider,
  type CallbackProviderProps as HeadlessProviderProps,
} from '../../headless/platform/provider.tsx';
import { useCallbackTheme } from '../../headless/platform/useCallbackTheme.ts';
import { Styles, type Styling, StylingContext } from '../styles/Styles.tsx';
import { STYLES } from '../styles/stylesheet.ts';
import { themeCss, themeId } from '../styles/themeCss.ts';

export interface CallbackProviderProps extends HeadlessProviderProps, Styling {}

/** What an app puts around the components: the client, what is known of the reader, and the look. */
export function CallbackProvider({ styles, nonce, children, ...props }: CallbackProviderProps) {
  const styling = useMemo(() => ({ styles, nonce }), [styles, nonce]);
  return (
    <HeadlessProvider {...props}>
      <StylingContext value={styling}>
        <Styles name="ringback">{STYLES}</Styles>
        <ThemeStyles />
        {children}
      </StylingContext>
    </HeadlessProvider>
  );
}

/** The tokens of a theme that is not the default. */
function ThemeStyles() {
  const theme = useCallbackTheme();
  const id = themeId(theme);
  return id && <Styles name={`ringback-${id}`}>{themeCss(theme)}</Styles>;
}
