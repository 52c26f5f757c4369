/**
 * What one sees without a session: how to get one. The address stays: a link opened in another window signs this one
 * in too, and one opened here comes back.
 */
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { shared } from '../texts/en.ts';
import { Banner } from '../ui/Banner.tsx';
import { Copy } from '../ui/Copy.tsx';
import { keepReturn } from './returnTo.ts';
import { hasSignedOut } from './sessionKey.ts';

const { signedOut: words } = shared;
const COMMAND = 'ringback operator-link';

export function SignedOut({ hasEnded }: { hasEnded: boolean }) {
  const address = useRouterState({ select: ({ location }) => location.publicHref });
  useEffect(() => {
    if (!hasSignedOut()) keepReturn(address);
    document.title = words.title;
  }, [address]);
  return (
    <main className="signed-out">
      <img src="./icon.svg" alt="" width="40" height="40" />
      <h1>{words.title}</h1>
      {hasEnded && <Banner tone="warning">{words.ended}</Banner>}
      <p>{words.how}</p>
      <p>
        <Copy text={COMMAND} what={words.command} />
      </p>
      <p className="quiet">{words.once}</p>
    </main>
  );
}
