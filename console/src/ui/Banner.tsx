/** A message in its place on the page, with an act beside it where there is one. */
import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import { Icon, type IconName } from './Icon.tsx';

const ICONS: Record<Tone, IconName> = {
  neutral: 'info',
  accent: 'info',
  success: 'check-circle',
  warning: 'alert',
  danger: 'alert',
};

interface BannerProps {
  tone?: Tone;
  icon?: IconName;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function Banner({ tone = 'neutral', icon, title, children, actions }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="banner-actions">{actions}</div>}
    </div>
  );
}
