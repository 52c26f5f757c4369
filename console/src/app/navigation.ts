/** The pages one can go to, in the order of the navigation. */
import { useRouter } from '@tanstack/react-router';
import { shared } from '../texts/en.ts';
import type { IconName } from '../ui/Icon.tsx';

interface Entry {
  to: string;
  label: string;
  icon: IconName;
}

const { navigation: words } = shared;

/** What happens in the marketplace, then how it is run. */
const GROUPS: Entry[][] = [
  [
    { to: '/', label: words.overview, icon: 'home' },
    { to: '/requests', label: words.requests, icon: 'requests' },
    { to: '/people', label: words.people, icon: 'people' },
    { to: '/sellers', label: words.sellers, icon: 'sellers' },
    { to: '/listings', label: words.listings, icon: 'listing' },
    { to: '/times', label: words.times, icon: 'clock' },
    { to: '/reviews', label: words.reviews, icon: 'block' },
    { to: '/deliveries', label: words.deliveries, icon: 'deliveries' },
  ],
  [
    { to: '/policy', label: words.policy, icon: 'policy' },
    { to: '/audit', label: words.audit, icon: 'audit' },
    { to: '/privacy', label: words.privacy, icon: 'lock' },
    { to: '/access', label: words.access, icon: 'access' },
    { to: '/system', label: words.system, icon: 'system' },
  ],
];

/** The groups of pages that this console has. */
export function usePagesToGo(): Entry[][] {
  const { routesByPath } = useRouter();
  return GROUPS.map((group) => group.filter(({ to }) => to in routesByPath));
}
