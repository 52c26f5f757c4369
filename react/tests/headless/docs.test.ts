/** The examples of the documentation compile as they stand, against the names of host.d.ts. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byForm } from '@ringback/testing/full.ts';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, '.ringback', `docs-${process.pid}`);
const PAGES = globSync(['docs/react/*.md', 'react/README.md'], { cwd: ROOT });

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const WEB = ['tsx', 'react/tsconfig.json', 30] as const;
const NATIVE = ['tsx native', 'react/tsconfig.native.json', 1] as const;

test.each(byForm([WEB], [WEB, NATIVE]))('the blocks marked %s compile', (mark, config, atLeast) => {
  const blocks = PAGES.flatMap((page) => findBlocks(page, mark));
  expect(blocks.length).toBeGreaterThanOrEqual(atLeast);
  expect(compile(blocks, config)).toBe('');
});

interface Block {
  /** Says where it is: `docs/react/install.md:28`. */
  place: string;
  code: string;
}

function findBlocks(page: string, mark: string): Block[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${mark}\\n(.*?)^\`\`\``, 'gms'))].map(
    ({ index, 1: code = '' }) => ({
      place: `${page}:${text.slice(0, index).split('\n').length}`,
      code,
    }),
  );
}

/** What the compiler says, with each block as a module of its own. */
function compile(blocks: Block[], config: string): string {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const { place, code } of blocks) {
    writeFileSync(join(FOLDER, `${place.replaceAll(/\W/g, '_')}.tsx`), `${code}\nexport {};\n`);
  }
  const include = [FOLDER, join(ROOT, 'react/tests/docs/host.d.ts')];
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify({ extends: join(ROOT, config), include }));
  return run(join(ROOT, 'node_modules/.bin/tsc'), ['--project', FOLDER]);
}

function run(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
