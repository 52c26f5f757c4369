/** The alert rules do what their cases say, and the metrics pass Prometheus's own check. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { hasPromtool, promtool } from '@ringback/testing/promtool.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FOLDER, RULES, scrapeBoth } from './support.ts';

/** A part of the long tests says where it is missing. */
describe.skipIf(!hasPromtool())('promtool', () => {
  test('finds each alert firing and quiet as its cases say', () => {
    const { isFine, said } = promtool(['test', 'rules', 'alerts.test.yml'], { cwd: FOLDER });
    expect(isFine, said).toBe(true);
  });

  test('notices each alert that never fires', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-rules-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const rules = RULES.map((rule) => ({ ...rule, expr: 'vector(0) > 1' }));
    // JSON is YAML.
    writeFileSync(join(folder, 'alerts.yml'), JSON.stringify({ groups: [{ name: 'ringback', rules }] }));
    copyFileSync(join(FOLDER, 'alerts.test.yml'), join(folder, 'alerts.test.yml'));
    const { isFine, said } = promtool(['test', 'rules', 'alerts.test.yml'], { cwd: folder });
    expect(isFine).toBe(false);
    expect(RULES.filter(({ alert }) => !said.includes(`alertname: ${alert}, `))).toEqual([]);
  });

  test('has nothing against the names and help of what the processes show', async () => {
    const { api, worker } = await scrapeBoth(await testDatabase());
    for (const text of [api, worker]) {
      const { said } = promtool(['check', 'metrics'], { input: text });
      expect(said.split('\n').filter((line) => line.startsWith('ringback_'))).toEqual([]);
    }
  });
});
