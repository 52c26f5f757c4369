/** What is wrong, the most severe first: what was measured, since when, what to do, and the page for it. Silent while nothing is. */
import type { Finding } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { WithCode } from '../system/Findings.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { Section } from '../ui/Page.tsx';
import { Loaded } from '../ui/states.tsx';
import { type Target, TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import { texts } from './texts.ts';

const { wrong: words } = texts;
const TONES: Record<string, Tone> = { error: 'danger', warning: 'warning' };

export function WhatIsWrong() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['overview', 'system'],
    queryFn: ({ signal }) => client.getSystem({ signal }),
    select: ({ findings }) => findings.filter(({ severity }) => severity !== 'info'),
    refetchInterval: POLL_MS,
  });
  if (query.isPending || query.data?.length === 0) return null;
  return (
    <Section title={words.title}>
      <Loaded query={query}>
        {(findings) => (
          <ul className="what-is-wrong">
            {findings.map((finding) => (
              <Line key={`${finding.code} ${finding.subject}`} finding={finding} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function Line({ finding: { code, severity, message, cure, since } }: { finding: Finding }) {
  const page = PAGES[code] ?? { label: words.pages.system, to: '/system' };
  return (
    <li>
      <p>
        <Badge
          tone={TONES[severity] ?? 'warning'}
          icon="alert"
          label={words.severities[severity] ?? severity}
        />{' '}
        <strong>{message}</strong>{' '}
        {since && (
          <span className="quiet">
            {words.since} <Time at={since} isFocusable />
          </span>
        )}
      </p>
      <p>
        <WithCode text={cure} /> <TargetLink {...page}>{page.label}</TargetLink>
      </p>
    </li>
  );
}

type Page = Target & { label: string };
const DELIVERIES: Page = { label: words.pages.deliveries, to: '/deliveries' };
const POLICY: Page = { label: words.pages.policy, to: '/policy' };
const sellersBy = (sort: string): Page => ({
  label: words.pages.sellers,
  to: '/sellers',
  search: { sort },
});

/** Where to look, and mend it. */
const PAGES: Record<string, Page> = {
  channel_failing: DELIVERIES,
  channel_paused: DELIVERIES,
  dead_letters: DELIVERIES,
  queue_old: DELIVERIES,
  sms_capped: DELIVERIES,
  flood: { label: words.pages.requests, to: '/requests' },
  code_pumping: { label: words.pages.reviews, to: '/reviews' },
  sellers_silent: sellersBy('answer_rate'),
  responses_slow: sellersBy('-median'),
  calls_contradicted: sellersBy('contact_rate'),
  region_not_allowed: POLICY,
  sms_caps_contradict: POLICY,
  operators_unmapped: POLICY,
  alert_mail_unserved: POLICY,
};
