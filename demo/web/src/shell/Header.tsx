/** The header: the marketplace's name, the navigation, the notifications, and who one is. */
import { CallbackBell } from '@ringback/react';
import { Link } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useSignInLink } from '../people/useReturn.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Navigation } from './Navigation.tsx';

export function Header() {
  const { market, account } = useWords();
  const { signedIn } = useSession();
  const signInLink = useSignInLink();
  return (
    <header className="header">
      <div className="header-inner">
        <Link href="/" className="brand">
          <img src="/demo/icon.svg" alt="" width="28" height="28" />
          <span>{market}</span>
        </Link>
        <Navigation place="top" />
        <div className="header-end">
          {signedIn ? (
            <CallbackBell />
          ) : (
            <Link {...signInLink} className="button button-primary">
              {account.signIn}
            </Link>
          )}
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
