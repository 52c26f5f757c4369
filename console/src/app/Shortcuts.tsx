/** The list of keys. */
import { shared } from '../texts/en.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PALETTE_KEYS } from './useShortcuts.ts';

const { shortcuts: words } = shared;
const KEYS = [
  [PALETTE_KEYS, words.palette],
  ['/', words.search],
  ['?', words.help],
  ['Esc', words.close],
] as const;

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
