/** Statuses, priorities and news told by word, icon and tone. */
import type { Messages } from '../messages/en.ts';
import type { Badge, Priority, Status } from '../models.ts';
import type { CallbackNotice, NoticeTone } from '../slots.ts';

const STATUS_LOOKS: Record<Status, Omit<Badge, 'label'>> = {
  pending: { icon: 'hourglass', tone: 'accent' },
  acknowledged: { icon: 'check', tone: 'accent' },
  completed: { icon: 'check-circle', tone: 'success' },
  cancelled: { icon: 'x-circle', tone: 'neutral' },
  expired: { icon: 'clock', tone: 'neutral' },
};

const PRIORITY_LOOKS: Record<Priority, Omit<Badge, 'label'>> = {
  low: { icon: 'arrow-down', tone: 'neutral' },
  normal: { icon: 'minus', tone: 'neutral' },
  high: { icon: 'arrow-up', tone: 'warning' },
  urgent: { icon: 'flame', tone: 'danger' },
};

const NOTICE_LOOKS: Record<NoticeTone, Omit<Badge, 'label'>> = {
  success: { icon: 'check-circle', tone: 'success' },
  info: { icon: 'info', tone: 'accent' },
  error: { icon: 'alert', tone: 'danger' },
};

export function statusBadge(messages: Messages, status: Status): Badge {
  return { label: messages.statuses[status], ...STATUS_LOOKS[status] };
}

export function priorityBadge(messages: Messages, priority: Priority): Badge {
  return { label: messages.priorities[priority].label, ...PRIORITY_LOOKS[priority] };
}

export function noticeBadge({ tone, message }: CallbackNotice): Badge {
  return { label: message, ...NOTICE_LOOKS[tone] };
}
