/** Buttons, and links that look like them. */
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { type Target, TargetLink } from './TargetLink.tsx';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  look?: Look;
  icon?: IconName;
  /** Its work is under way: it stays in place, and a second press does nothing. */
  isBusy?: boolean;
}

export function Button({ look = 'plain', icon, isBusy = false, children, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={`button button-${look}`}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  icon: IconName;
  /** Read out, and shown on hover. */
  label: string;
}

export function IconButton({ icon, label, ...props }: IconButtonProps) {
  return (
    <button type="button" {...props} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

interface ButtonLinkProps extends Target {
  look?: Look;
  icon?: IconName;
  children: ReactNode;
}

export function ButtonLink({ look = 'plain', icon, children, ...target }: ButtonLinkProps) {
  return (
    <TargetLink {...target} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </TargetLink>
  );
}
