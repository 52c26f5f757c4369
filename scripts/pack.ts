/**
 * `npm run pack`: makes dist/<package>/, the folder that is published, and dist/ringback-<package>.tgz from it.
 * The repository runs from TypeScript; hosts get JavaScript, which Node, Metro and every bundler take from node_modules.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './pack/compile.ts';
import { inspect } from './pack/inspect.ts';
import { DIST, PACKAGES } from './pack/packages.ts';
import { stage } from './pack/stage.ts';
import { packTarball } from './pack/tarball.ts';

const compiled = join(DIST, '.compiled');
rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
compile(compiled);
for (const name of PACKAGES) {
  stage(name, compiled);
  const tarball = packTarball(name);
  await inspect(name, tarball.files);
  console.log(`dist/${tarball.name}`.padEnd(32), `${tarball.files.length} files, ${tarball.kilobytes} kB`);
}
rmSync(compiled, { recursive: true });
