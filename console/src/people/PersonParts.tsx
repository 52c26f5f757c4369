/** The parts beside a person's requests: account, limits, settings, devices, blocks. */
import type { OperatorPersonDetail } from '@ringback/client';
import { Badge } from '../ui/Badge.tsx';
import { Copy } from '../ui/Copy.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { format } from '../ui/format.ts';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import { texts } from './texts.ts';

const { detail: words } = texts;

export function About({ person }: { person: OperatorPersonDetail }) {
  return (
    <DetailList
      details={[
        { label: words.phone, value: person.phone_masked },
        { label: words.email, value: person.email_masked },
        { label: words.trust, value: person.trust_score },
        { label: words.joined, value: person.joined_at && <Time at={person.joined_at} isFocusable /> },
        { label: texts.columns.id, value: <Copy text={person.id} what={words.id} /> },
      ]}
    />
  );
}

export function Limits({ limits }: Pick<OperatorPersonDetail, 'limits'>) {
  return (
    <DetailList
      details={limits.map((limit) => ({
        label: texts.limits.names[limit.limit] ?? limit.limit,
        value: <Limit {...limit} />,
      }))}
    />
  );
}

function Limit({ used, allowed }: OperatorPersonDetail['limits'][number]) {
  const isReached = allowed !== null && used >= allowed;
  return (
    <>
      {texts.limits.of(format.number(used), allowed === null ? texts.limits.none : format.number(allowed))}{' '}
      {isReached && <Badge label={texts.limits.reached} tone="warning" />}
    </>
  );
}

export function Settings({ preferences }: Pick<OperatorPersonDetail, 'preferences'>) {
  const { settings } = texts;
  const typesOf = (types: readonly string[]) =>
    types.map((type) => type.replaceAll('_', ' ')).join(', ') || settings.none;
  const quiet = preferences.quiet_hours;
  return (
    <DetailList
      details={[
        { label: settings.email, value: typesOf(preferences.email) },
        { label: settings.push, value: typesOf(preferences.push) },
        { label: settings.sms, value: typesOf(preferences.sms) },
        { label: settings.quiet, value: quiet && `${quiet.from} – ${quiet.until}` },
        { label: settings.zone, value: preferences.time_zone },
        { label: settings.language, value: preferences.locale },
        { label: settings.channels, value: typesOf(preferences.channels) },
      ]}
    />
  );
}

export function Devices({ devices }: Pick<OperatorPersonDetail, 'devices'>) {
  if (devices.length === 0) return <p className="quiet">{texts.devices.none}</p>;
  return (
    <DetailList
      details={devices.map((device, index) => ({
        label: `${texts.devices.kinds[device.kind] ?? device.kind} ${index + 1}`,
        value: <Device {...device} />,
      }))}
    />
  );
}

function Device({ registered_at, retired_at, retired_because }: OperatorPersonDetail['devices'][number]) {
  if (!retired_at) {
    return (
      <>
        {texts.devices.since} <Time at={registered_at} isFocusable />
      </>
    );
  }
  const why = texts.devices.reasons[retired_because ?? ''] ?? retired_because;
  return (
    <>
      {texts.devices.retired}: {why}, <Time at={retired_at} isFocusable />
    </>
  );
}

export function Blocks({ blocks }: Pick<OperatorPersonDetail, 'blocks'>) {
  return (
    <DetailList
      details={[
        { label: texts.blocks.blocking, value: <People people={blocks.blocking} /> },
        { label: texts.blocks.blockedBy, value: <People people={blocks.blocked_by} /> },
      ]}
    />
  );
}

function People({ people }: { people: OperatorPersonDetail['blocks']['blocking'] }) {
  if (people.length === 0) return texts.blocks.none;
  return people.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <TargetLink to="/people/$id" params={{ id }}>
        {name ?? texts.unknown}
      </TargetLink>
    </span>
  ));
}
