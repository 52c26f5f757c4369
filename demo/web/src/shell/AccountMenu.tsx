/** Who one is in this window, how to become somebody else, and the reader's settings: a panel that the browser opens and closes. */
import { useRef } from 'react';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SwitchPerson } from './SwitchPerson.tsx';

const PANEL = 'account-menu';

export function AccountMenu() {
  const { account: words } = useWords();
  const { signedIn, signOut } = useSession();
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
          <a href="/market" target="_blank" rel="noopener">
            <Icon name="window" /> {words.secondWindow}
          </a>
          {account && (
            <button
              type="button"
              onClick={() => {
                close();
                signOut();
              }}
            >
              <Icon name="out" isDirectional /> {words.signOut}
            </button>
          )}
        </div>
      </div>
    </>
  );
}
