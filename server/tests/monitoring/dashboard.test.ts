/**
 * Grafana's dashboard has the shape of its classic JSON model. No maintained package has that as a JSON schema (Grafana's own holds TypeScript
 * types alone), so this is a small schema of the parts that Grafana documents, and strict: an unknown field is a typing error.
 */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DASHBOARD } from './support.ts';

const GRID = 24;

// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's own way of naming a variable
const DataSource = z.strictObject({ type: z.literal('prometheus'), uid: z.literal('${datasource}') });

const gridPos = z
  .strictObject({
    x: z.int().min(0).max(GRID),
    y: z.int().min(0),
    w: z.int().min(1).max(GRID),
    h: z.int().min(1),
  })
  .refine(({ x, w }) => x + w <= GRID, 'a panel ends outside the grid');

const Target = z.strictObject({
  refId: z.string().regex(/^[A-Z]$/),
  datasource: DataSource,
  expr: z.string().min(1),
  legendFormat: z.string(),
});

const Threshold = z.strictObject({ color: z.enum(['green', 'orange', 'red']), value: z.number().nullable() });

const Defaults = z.strictObject({
  unit: z.enum(['short', 's', 'reqps', 'ops', 'bytes']),
  min: z.literal(0),
  thresholds: z.strictObject({ mode: z.literal('absolute'), steps: z.array(Threshold).min(2) }).optional(),
  custom: z
    .strictObject({
      fillOpacity: z.int().min(0).max(100),
      stacking: z.strictObject({ mode: z.enum(['none', 'normal']) }),
      spanNulls: z.boolean(),
    })
    .optional(),
});

const common = { id: z.int().min(1), title: z.string().min(1), gridPos };

const Row = z.strictObject({
  ...common,
  type: z.literal('row'),
  collapsed: z.literal(false),
  panels: z.tuple([]),
});

const drawn = {
  ...common,
  description: z.string().regex(/\.$/),
  datasource: DataSource,
  fieldConfig: z.strictObject({ defaults: Defaults, overrides: z.tuple([]) }),
  targets: z.array(Target).min(1),
};

const TimeSeries = z.strictObject({
  ...drawn,
  type: z.literal('timeseries'),
  options: z.strictObject({
    legend: z.strictObject({
      displayMode: z.enum(['list', 'table', 'hidden']),
      placement: z.enum(['bottom', 'right']),
      showLegend: z.boolean(),
    }),
    tooltip: z.strictObject({
      mode: z.enum(['single', 'multi', 'none']),
      sort: z.enum(['none', 'asc', 'desc']),
    }),
  }),
});

const Stat = z.strictObject({
  ...drawn,
  type: z.literal('stat'),
  options: z.strictObject({
    colorMode: z.enum(['none', 'value', 'background', 'background_solid']),
    reduceOptions: z.strictObject({ calcs: z.array(z.literal('lastNotNull')).length(1) }),
  }),
});

const Variable = z.discriminatedUnion('type', [
  z.strictObject({
    ...{ name: z.string(), label: z.string(), type: z.literal('datasource'), query: z.literal('prometheus') },
  }),
  z.strictObject({
    ...{ name: z.string(), label: z.string(), type: z.literal('query'), datasource: DataSource },
    query: z.strictObject({ query: z.string(), refId: z.string() }),
    refresh: z.literal([0, 1, 2]),
    sort: z.int().min(0).max(8),
  }),
]);

const Dashboard = z.strictObject({
  title: z.string(),
  uid: z.string().min(8).max(40),
  description: z.string(),
  tags: z.array(z.string()),
  schemaVersion: z.int().min(36),
  version: z.int(),
  editable: z.boolean(),
  timezone: z.enum(['browser', 'utc']),
  refresh: z.string().regex(/^\d+[smh]$/),
  time: z.strictObject({ from: z.string().regex(/^now-/), to: z.literal('now') }),
  templating: z.strictObject({ list: z.array(Variable) }),
  annotations: z.strictObject({ list: z.tuple([]) }),
  panels: z.array(z.discriminatedUnion('type', [Row, TimeSeries, Stat])).min(1),
});

describe('the dashboard', () => {
  const dashboard = Dashboard.parse(DASHBOARD);

  test('has a panel in each place once, and no two that overlap', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('uses the variables that it has, and asks by the job that is chosen', () => {
    const known = dashboard.templating.list.map(({ name }) => name);
    expect(known).toEqual(['datasource', 'job']);
    for (const panel of dashboard.panels)
      for (const { expr, refId } of panel.type === 'row' ? [] : panel.targets) {
        expect(expr, `${panel.title} ${refId}`).toContain('job="$job"');
        const used = [...expr.matchAll(/\$(\w+)/g)].map(([, name]) => name);
        for (const name of used) expect([...known, '__rate_interval']).toContain(name);
      }
  });
});
