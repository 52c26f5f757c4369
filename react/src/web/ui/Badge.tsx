'use client';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { BadgeSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';

/** The host's own, where it gave one to the provider, or ours. */
export function Badge(props: BadgeSlotProps) {
  const { Badge: Own } = useCallbackContext().components;
  return Own ? <Own {...props} /> : <OurBadge {...props} />;
}

function OurBadge({ label, icon, tone }: BadgeSlotProps) {
  return (
    <span className="cb-badge" data-tone={tone}>
      <Icon name={icon} />
      {label}
    </span>
  );
}
