'use client';
import { createContext, useContext } from 'react';

export interface Styling {
  /**
   * `inline` (default) puts the styles into the page's head. `external` leaves them to `@ringback/react/styles.css`,
   * which the host links: for a Content-Security-Policy that allows no inline styles.
   */
  styles?: 'inline' | 'external' | undefined;
  /** For a Content-Security-Policy that allows inline styles by nonce; a server gives React's render `nonce: { style }` too. */
  nonce?: string | undefined;
}

export const StylingContext = createContext<Styling>({});

/** Rules that React moves into the head, once however often they are asked for, on the server too. */
export function Styles({ name, children }: { name: string; children: string }) {
  const { styles, nonce } = useContext(StylingContext);
  if (styles === 'external') return null;
  return (
    <style href={name} precedence="ringback" nonce={nonce}>
      {children}
    </style>
  );
}
