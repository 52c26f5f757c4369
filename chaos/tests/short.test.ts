/** Every run that has a short form, as `npm run chaos -- --short` makes it. What is lost or comes twice is asserted; times are not: machines differ. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../src/checks.ts';
import { RUNS, type RunName } from '../src/runs/index.ts';

const RUN = join(import.meta.dirname, '../src/run.ts');
const SHORT = (Object.keys(RUNS) as RunName[]).filter((name) => RUNS[name].isShort);

const out = mkdtempSync(join(tmpdir(), 'ringback-chaos-test-'));
let results: Partial<Record<RunName, { checks: Check[] }>> = {};
let said = '';

beforeAll(async () => {
  // It ends with 1 when a time was not kept, too.
  said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [RUN, '--short', '--out', out], (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const [file] = readdirSync(out);
  if (file) results = JSON.parse(readFileSync(join(out, file), 'utf8')).results;
}, 600_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('npm run chaos -- --short', () => {
  test.each(SHORT)('%s', (name) => {
    const checks = results[name]?.checks ?? [];
    expect(checks.length, said).toBeGreaterThanOrEqual(2);
    expect(checks.filter(({ passed, isTiming }) => !passed && !isTiming)).toEqual([]);
  });

  test('counts conservation after each', () => {
    for (const name of SHORT) expect(results[name]?.checks.at(-1)?.what).toMatch(/^conservation/);
  });
});
