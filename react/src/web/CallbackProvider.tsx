'use client';
import {
  CallbackProvider as HeadlessProvider,
  type CallbackProviderProps as HeadlessProviderProps,
} from '../headless/provider.tsx';
import { StyleTags } from './StyleTags.tsx';

export interface CallbackProviderProps extends HeadlessProviderProps {
  /**
   * `inline` (default) puts the styles into the page's head. `external` leaves them to `@ringback/react/styles.css`,
   * which the host links: for a Content-Security-Policy that allows no inline styles.
   */
  styles?: 'inline' | 'external' | undefined;
  /** For a Content-Security-Policy that allows inline styles by nonce; a server gives React's render `nonce: { style }` too. */
  nonce?: string | undefined;
}

/** What an app puts around the components: the client, what is known of the reader, and the look. */
export function CallbackProvider({ styles = 'inline', nonce, children, ...props }: CallbackProviderProps) {
  return (
    <HeadlessProvider {...props}>
      {styles === 'inline' && <StyleTags nonce={nonce} />}
      {children}
    </HeadlessProvider>
  );
}
