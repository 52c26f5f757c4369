/** Whether something is wrong: findings and open alerts, with the way to the page that says more. */
import type { Alert, System } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { texts as system } from '../system/texts.ts';
import { shared } from '../texts/en.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Section } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { texts } from './texts.ts';

const { state: words } = texts;
const TONES: Record<string, Tone> = { error: 'danger', warning: 'warning', info: 'neutral' };
const MOST = 3;

export function SystemState() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['overview', 'system'],
    queryFn: async ({ signal }) => {
      const [state, alerts] = await Promise.all([
        client.getSystem({ signal }),
        client.listAlerts({ openOnly: true }, { signal }),
      ]);
      return { findings: state.findings, alerts: alerts.items };
    },
    refetchInterval: POLL_MS,
  });
  return (
    <Section title={words.title} actions={<ButtonLink to="/system">{words.open}</ButtonLink>}>
      <Loaded query={query} skeleton={<Skeleton lines={2} />}>
        {(state) => <State {...state} />}
      </Loaded>
    </Section>
  );
}

const channelName = (channel: string | null): string =>
  (shared.channels as Record<string, string>)[channel ?? ''] ?? channel ?? '';

function State({ findings, alerts }: { findings: System['findings']; alerts: Alert[] }) {
  return (
    <div className="overview-state">
      <p>
        <Badge
          tone={TONES[findings[0]?.severity ?? ''] ?? 'success'}
          icon={findings.length > 0 ? 'alert' : 'check-circle'}
          label={findings.length > 0 ? words.findings(findings.length) : words.fine}
        />
      </p>
      <ul>
        {findings.slice(0, MOST).map(({ code, subject, message }) => (
          <li key={`${code} ${subject}`}>{message}</li>
        ))}
        {findings.length > MOST && <li className="quiet">{words.more(findings.length - MOST)}</li>}
      </ul>
      <p>
        <Badge
          tone={alerts.length > 0 ? 'danger' : 'success'}
          icon={alerts.length > 0 ? 'bell' : 'check-circle'}
          label={alerts.length > 0 ? words.alerts(alerts.length) : words.noAlerts}
        />
      </p>
      <ul>
        {alerts.slice(0, MOST).map(({ id, kind, subject, raised_at }) => (
          <li key={id}>
            {system.alerts.kinds[kind]?.(channelName(subject)) ?? kind}{' '}
            <span className="quiet">
              ({words.began} <Time at={raised_at} />)
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
