import { ICONS } from '../../headless/ui/icons.ts';
import type { IconName } from '../../headless/ui/slots.ts';

/** Decoration: the words beside it say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="cb-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {ICONS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
