/** The navigation: the marketplace's name, search, the pages, and who is signed in. */
import { Link } from '@tanstack/react-router';
import { shared } from '../texts/en.ts';
import { Icon } from '../ui/Icon.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { usePagesToGo } from './navigation.ts';
import { useSession } from './session.tsx';
import { PALETTE_KEYS } from './useShortcuts.ts';

interface SidebarProps {
  openPalette: () => void;
  openShortcuts: () => void;
}

export function Sidebar({ openPalette, openShortcuts }: SidebarProps) {
  const { marketplace } = useSession();
  return (
    <>
      <p className="sidebar-name">
        <img src="./icon.svg" alt="" width="28" height="28" />
        <span>
          <strong dir="auto">{marketplace}</strong>
          <small>{shared.product}</small>
        </span>
      </p>
      <button type="button" className="sidebar-search" onClick={openPalette}>
        <Icon name="search" />
        {shared.palette.short}
        <kbd>{PALETTE_KEYS}</kbd>
      </button>
      <div className="sidebar-pages">
        {usePagesToGo().map((group) => (
          <ul key={group[0]?.to}>
            {group.map(({ to, label, icon }) => (
              <li key={to}>
                <Link to={to as '/'} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  <Icon name={icon} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <AccountMenu openShortcuts={openShortcuts} />
    </>
  );
}
