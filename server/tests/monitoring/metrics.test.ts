/**
 * The metrics keep to Prometheus's conventions, and the alert rules and the dashboard of docs/monitoring/ ask for nothing that is not
 * there. What the rules do is tested by promtool (`npm run test:long -- --only alerts`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { labelsIn, metricsIn } from './expressions.ts';
import { CASES, DASHBOARD, FOLDER, RULES, scrapeBoth } from './support.ts';

interface Family {
  name: string;
  type: string;
  help: string;
  labels: Set<string>;
}

let scraped: { api: string; worker: string };
let families: Family[];
beforeAll(async () => {
  scraped = await scrapeBoth(await testDatabase());
  families = [...familiesIn(scraped.api), ...familiesIn(scraped.worker)];
});

const ours = () => families.filter(({ name }) => name.startsWith('ringback_'));

const PAGE = readFileSync(join(FOLDER, '../monitoring.md'), 'utf8');

/** What Prometheus adds to each series or has of its own. */
const PROMETHEUS = { metrics: ['up'], labels: ['job', 'instance', 'le'] };

describe('the metrics', () => {
  test('are named as Prometheus asks: counters end in _total, base units, no time in anything but seconds', () => {
    for (const { name, type, help } of ours()) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      expect(name, 'a unit that is no base unit').not.toMatch(
        /_(ms|milliseconds|minutes|hours|kb|mb|percent)(_|$)/,
      );
      if (type === 'histogram') expect(name).toMatch(/_(seconds|bytes)$/);
      expect(help, name).toMatch(/^\S.*\.$/);
    }
  });

  test('have labels with a few values, none of which Prometheus sets itself or that names a person', () => {
    const labels = new Set(ours().flatMap((family) => [...family.labels]));
    expect([...labels].sort()).toEqual([
      ...['channel', 'code', 'kind', 'le', 'method', 'outcome', 'route', 'status', 'version'],
    ]);
    expect(scraped.api).toContain('ringback_alerts_open{kind="queue_old",channel="email"} 1');
    expect(scraped.api).toContain('ringback_alerts_open{kind="code_pumping",channel=""} 1');
    expect(scraped.api).not.toContain('447700');
  });

  test('count from zero, so that the first of a kind is seen', () => {
    expect(scraped.api).toContain('ringback_refusals_total{code="database_unavailable"} 0');
    expect(scraped.worker).toContain('ringback_deliveries_total{channel="email",outcome="retry"} 0');
    expect(scraped.worker).toMatch(/^ringback_maintenance_runs_total\{outcome="failed"\} 0$/m);
    expect(scraped.worker).toMatch(/^ringback_channel_paused\{channel="email"\} 0$/m);
  });

  test('are each in docs/monitoring.md', () => {
    const undocumented = ours().filter(
      ({ name }) => !PAGE.includes(name.replace(/_(parked|failed|capped)$/, '')),
    );
    expect(undocumented.map(({ name }) => name)).toEqual([]);
  });
});

describe('what asks for them', () => {
  const asked = () => [
    ...RULES.map(({ alert, expr }) => [alert, expr] as const),
    ...panels().flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ];

  test('each metric and label of a rule and of the dashboard exists', () => {
    const labels = new Map<string, Set<string>>();
    for (const family of families)
      labels.set(family.name, new Set([...(labels.get(family.name) ?? []), ...family.labels]));
    for (const [where, expr] of asked()) {
      const known = new Set(PROMETHEUS.labels);
      for (const metric of metricsIn(expr).filter((name) => !PROMETHEUS.metrics.includes(name))) {
        const family = labels.get(metric) ?? labels.get(metric.replace(/_(bucket|count|sum)$/, ''));
        expect(family, `${where} asks for ${metric}`).toBeDefined();
        for (const label of family ?? []) known.add(label);
      }
      for (const label of labelsIn(expr))
        expect([...known], `${where} asks for the label ${label}`).toContain(label);
    }
  });

  test('reads expressions as Prometheus does', () => {
    const expr =
      'sum by (a, b) (rate(x_total{c="d_total",e=~"f"}[5m])) > 5 + max(y) unless on (g) z offset 1h';
    expect(metricsIn(expr)).toEqual(['x_total', 'y', 'z']);
    expect(labelsIn(expr)).toEqual(['a', 'b', 'g', 'c', 'e']);
  });

  test('each alert has a case in which it fires and one in which it does not', () => {
    const expected = CASES.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const { alert } of RULES) {
      const cases = expected.filter(({ alertname }) => alertname === alert);
      expect(
        cases.some(({ exp_alerts }) => exp_alerts.length > 0),
        `${alert} fires`,
      ).toBe(true);
      expect(
        cases.some(({ exp_alerts }) => exp_alerts.length === 0),
        `${alert} is quiet`,
      ).toBe(true);
    }
    expect(expected.every(({ alertname }) => RULES.some(({ alert }) => alert === alertname))).toBe(true);
  });

  test('each alert says in docs/monitoring.md what to do', () => {
    expect(RULES.filter(({ alert }) => !PAGE.includes(`\`${alert}\``))).toEqual([]);
  });
});

interface Panel {
  title: string;
  targets: { expr: string }[];
}

const panels = (): Panel[] => DASHBOARD.panels.filter(({ type }: { type: string }) => type !== 'row');

/** The families of a text in Prometheus's format, with the labels that their series have. */
function familiesIn(text: string): Family[] {
  return text
    .split(/^(?=# HELP )/m)
    .filter((part) => part.startsWith('# HELP '))
    .map((part) => {
      const [, name = '', help = ''] = /^# HELP (\S+) (.*)$/m.exec(part) ?? [];
      const [, type = ''] = /^# TYPE \S+ (\S+)$/m.exec(part) ?? [];
      return { name, help, type, labels: new Set(labelsIn(part.replace(/^#.*$/gm, ''))) };
    });
}
