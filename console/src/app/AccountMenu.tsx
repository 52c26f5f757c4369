/** Who is signed in, and what concerns them alone: appearance, help, signing out. */
import { shared } from '../texts/en.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useSession } from './session.tsx';
import { setTheme, THEMES, useTheme } from './theme.ts';
import { useSignOut } from './useSignOut.ts';

const { account: words } = shared;

export function AccountMenu({ openShortcuts }: { openShortcuts: () => void }) {
  const { name, role } = useSession();
  const signOut = useSignOut();
  return (
    <Menu
      label={words.label}
      className="account"
      face={
        <>
          <Icon name="person" />
          <span>
            <strong dir="auto">{name ?? shared.roles[role]}</strong>
            <small>
              {shared.roles[role]}
              <span className="visually-hidden">, {words.label}</span>
            </small>
          </span>
          <Icon name="more" />
        </>
      }
    >
      {(close) => (
        <>
          <ThemeChoice />
          <MenuItem
            icon="help"
            onClick={() => {
              close();
              openShortcuts();
            }}
          >
            {words.shortcuts}
          </MenuItem>
          <MenuItem icon="out" onClick={signOut}>
            {words.signOut}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function ThemeChoice() {
  const theme = useTheme();
  return (
    <fieldset className="segments">
      <legend>{words.theme}</legend>
      {THEMES.map((value) => (
        <label key={value}>
          <input type="radio" name="theme" checked={value === theme} onChange={() => setTheme(value)} />
          <span>{words.themes[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
