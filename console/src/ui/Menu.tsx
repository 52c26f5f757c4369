/** A button that opens a small panel below it. The browser layers it, and closes it on Escape or a press elsewhere. */
import { type ReactNode, useId, useRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface MenuProps {
  label: string;
  icon?: IconName;
  /** Shows the icon alone. */
  isIconOnly?: boolean;
  className?: string;
  /** In place of icon and label. */
  face?: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
}

const MARGIN = 8;

export function Menu({ label, icon, isIconOnly = false, className, face, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const place = () => {
    if (button.current && panel.current) placeBelow(button.current, panel.current);
  };
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        ref={button}
        popoverTarget={id}
        className={className ?? (isIconOnly ? 'icon-button' : 'button button-plain')}
        {...(isIconOnly && { 'aria-label': label })}
        {...(isIconOnly && { title: label })}
      >
        {face ?? (
          <>
            {icon && <Icon name={icon} />}
            {!isIconOnly && label}
          </>
        )}
      </button>
      <section
        id={id}
        ref={panel}
        popover="auto"
        className="menu"
        aria-label={label}
        onToggle={({ newState }) => newState === 'open' && place()}
      >
        {typeof children === 'function' ? children(close) : children}
      </section>
    </>
  );
}

/** Below the button or, where there is no room, above; always within the window. */
function placeBelow(button: HTMLElement, panel: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.min(Math.max(MARGIN, from.right - width), innerWidth - width - MARGIN);
  const below = from.bottom + 4;
  const top = below + height > innerHeight - MARGIN ? Math.max(MARGIN, from.top - height - 4) : below;
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}

interface MenuItemProps {
  icon?: IconName;
  isDanger?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, isDanger = false, onClick, children }: MenuItemProps) {
  return (
    <button type="button" className="menu-item" data-danger={isDanger || undefined} onClick={onClick}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
