'use client';
import type { HTMLAttributes, ReactNode } from 'react';
import { useCallbackContext } from '../../headless/platform/context.ts';
import { themeId } from '../styles/themeCss.ts';

interface RootProps extends Pick<HTMLAttributes<HTMLElement>, 'onPointerEnter' | 'onFocus'> {
  /** Names the part for the stylesheet. */
  className?: string | undefined;
  children: ReactNode;
}

/**
 * Carries the look and the language. Around each component and again in its dialog, which a host's may draw
 * elsewhere.
 */
export function Root({ className = '', children, ...events }: RootProps) {
  const { messages, theme } = useCallbackContext();
  const { locale, direction } = messages;
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
