'use client';
import type { HTMLAttributes, ReactNode } from 'react';
import { useMessages } from '../../headless/messages/useMessages.ts';
import { useCallbackTheme } from '../../headless/platform/useCallbackTheme.ts';
import { themeId } from '../styles/themeCss.ts';

interface RootProps extends Pick<HTMLAttributes<HTMLElement>, 'onPointerEnter' | 'onFocus'> {
  /** Names the part for the stylesheet. */
  className?: string | undefined;
  children: ReactNode;
}

/** Carries the look and the language. Around each component and again in its dialog, which a host's may draw elsewhere. */
export function Root({ className = '', children, ...events }: RootProps) {
  const { locale, direction } = useMessages();
  const theme = useCallbackTheme();
  return (
    <div
      className={`cb ${className}`}
      lang={locale}
      dir={direction}
      data-cb-mode={theme.mode}
      data-cb-theme={themeId(theme)}
      {...events}
    >
      {children}
    </div>
  );
}
