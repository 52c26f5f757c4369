/** The command palette: every page and act by a few letters, and what one typed as a search for requests. */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { shared } from '../texts/en.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { asTarget } from '../ui/TargetLink.tsx';
import { usePagesToGo } from './navigation.ts';
import { setTheme, THEMES } from './theme.ts';
import { useSignOut } from './useSignOut.ts';

interface Command {
  id: string;
  label: string;
  icon: IconName;
  run: () => void;
}

interface PaletteProps {
  onClose: () => void;
  openShortcuts: () => void;
}

const { palette: words, account } = shared;

export default function Palette({ onClose, openShortcuts }: PaletteProps) {
  const [text, setText] = useState('');
  const [index, setIndex] = useState(0);
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const commands = useCommands(text.trim(), openShortcuts);
  const chosen = commands[index];
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && commands.length > 0) {
      event.preventDefault();
      setIndex((index + step + commands.length) % commands.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="palette-inner">
        <div className="palette-field">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={words.label}
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={chosen && `${listId}-${chosen.id}`}
            placeholder={words.placeholder}
            value={text}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => {
              setText(target.value);
              setIndex(0);
            }}
            onKeyDown={press}
          />
        </div>
        <div id={listId} role="listbox" aria-label={words.label} className="palette-list">
          {commands.map((command, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={command.id}
              id={`${listId}-${command.id}`}
              role="option"
              aria-selected={place === index}
              ref={(option) => {
                if (place === index) option?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => run(command)}
              onPointerMove={() => setIndex(place)}
            >
              <Icon name={command.icon} />
              {command.label}
            </div>
          ))}
        </div>
        {commands.length === 0 && <p className="palette-none">{words.none}</p>}
      </div>
    </dialog>
  );
}

/** Those that the text matches, then the search. */
function useCommands(text: string, openShortcuts: () => void): Command[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const pages = usePagesToGo()
    .flat()
    .map(({ to, label, icon }) => ({
      ...{ id: `go${to.replaceAll('/', '-')}`, label, icon },
      run: () => void navigate(asTarget({ to })),
    }));
  const acts: Command[] = [
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: `${account.theme}: ${account.themes[theme]}`,
      icon: 'theme' as const,
      run: () => setTheme(theme),
    })),
    { id: 'shortcuts', label: account.shortcuts, icon: 'help', run: openShortcuts },
    { id: 'sign-out', label: account.signOut, icon: 'out', run: signOut },
  ];
  const matching = [...pages, ...acts].filter(({ label }) => matches(label, text));
  const canSearch = text !== '' && pages.some(({ id }) => id === 'go-requests');
  if (!canSearch) return matching;
  const search: Command = {
    id: 'search',
    label: words.search(text),
    icon: 'search',
    run: () => void navigate(asTarget({ to: '/requests', search: { search: text } })),
  };
  return [...matching, search];
}

/** Each word of the text begins a word of the label. */
function matches(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/\W+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => part === '' || words.some((word) => word.startsWith(part)));
}
