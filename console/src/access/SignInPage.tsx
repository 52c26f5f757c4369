/**
 * The page behind a sign-in link. Opening it does nothing yet, because programs open links in mails too; the press on the
 * button uses the link up. What the link holds leaves the address at once.
 */
import { useMutation } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useClient } from '../app/client.tsx';
import { takeReturn } from '../app/returnTo.ts';
import { keepSessionKey } from '../app/sessionKey.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { errorText } from '../ui/states.tsx';
import { texts } from './texts.ts';

const { signIn: words } = texts;
const COMMAND = 'ringback operator-link';

export function SignInPage() {
  const token = useTokenOfLink();
  const client = useClient();
  const router = useRouter();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.createOperatorSession({ token }),
    onSuccess: ({ session_key }) => {
      keepSessionKey(session_key);
      const address = takeReturn();
      if (address === null) void router.navigate({ to: '/', replace: true });
      else router.history.replace(address);
    },
  });
  if (error || token === '') {
    return (
      <Frame>
        <Banner tone="danger" title={words.failed}>
          {error ? errorText(error) : words.none}
        </Banner>
        <p>{words.another}</p>
        <p>
          <Copy text={COMMAND} what={words.command} />
        </p>
      </Frame>
    );
  }
  return (
    <Frame>
      <p>{words.lead}</p>
      <div>
        <Button look="primary" isBusy={isPending} onClick={() => mutate()}>
          {words.act}
        </Button>
      </div>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.title = words.title;
  }, []);
  return (
    <main className="signed-out">
      <img src="./icon.svg" alt="" width="40" height="40" />
      <h1>{words.title}</h1>
      {children}
    </main>
  );
}

/** Read once, then neither the address bar nor the history shows it. */
function useTokenOfLink(): string {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const [token] = useState(hash);
  const router = useRouter();
  useEffect(() => {
    if (hash) void router.navigate({ to: '/sign-in', hash: '', replace: true });
  }, [hash, router]);
  return token;
}
