/**
 * The account of this window, switching users, and the reader's settings: a panel that the browser opens and
 * closes.
 */
import { useMessages } from '@ringback/react';
import { useRef } from 'react';
import { Link } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { usePush } from '../preferences/push.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SwitchPerson } from './SwitchPerson.tsx';

const PANEL = 'account-menu';

export function AccountMenu() {
  const { account: words } = useWords();
  const { settings } = useMessages().notificationList;
  const { signedIn } = useSession();
  const panel = useRef<HTMLDivElement>(null);
  const close = () => panel.current?.hidePopover();
  const account = signedIn?.account;
  return (
    <>
      <button type="button" className="account-button" popoverTarget={PANEL}>
        <span className="visually-hidden">{account ? words.menu(account.name) : words.settings}</span>
        {account ? <Avatar person={account} size="sm" /> : <Icon name="settings" />}
        {account && (
          <span className="account-name" aria-hidden="true">
            {account.name}
          </span>
        )}
        <Icon name="down" />
      </button>
      <div ref={panel} id={PANEL} popover="auto" className="panel" role="dialog" aria-label={words.settings}>
        <SwitchPerson onChosen={close} />
        <SettingsForm />
        <div className="panel-links">
          {account && (
            <Link href="/preferences" onClick={close}>
              <Icon name="bell" /> {settings}
            </Link>
          )}
          <a href="/market" target="_blank" rel="noopener">
            <Icon name="window" /> {words.secondWindow}
          </a>
          {account && <SignOut onDone={close} />}
        </div>
      </div>
    </>
  );
}

/** The next person at this browser must not see the former one's pushes. */
function SignOut({ onDone }: { onDone: () => void }) {
  const { account: words } = useWords();
  const { signOut } = useSession();
  const { status, turnOff } = usePush();
  const leave = async () => {
    onDone();
    if (status === 'on') await turnOff();
    signOut();
  };
  return (
    <button type="button" onClick={leave}>
      <Icon name="out" isDirectional /> {words.signOut}
    </button>
  );
}
