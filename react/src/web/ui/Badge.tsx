import type { Badge as BadgeModel } from '../../headless/ui/parts.ts';
import { Icon } from './Icon.tsx';

export function Badge({ label, icon, tone }: BadgeModel) {
  return (
    <span className="cb-badge" data-tone={tone}>
      <Icon name={icon} />
      {label}
    </span>
  );
}
