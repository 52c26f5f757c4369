/** Builds every package: dist/<package>/, the folder that is published, and its tarball. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { consoleFolder } from '../../console/src/files/index.ts';
import { buildElement } from '../../react/scripts/element.ts';
import { compile } from './compile.ts';
import { inspect } from './inspect.ts';
import { DIST, PACKAGES, type PackageName } from './packages.ts';
import { stage } from './stage.ts';
import { packTarball, type Tarball } from './tarball.ts';

export interface BuiltPackage extends Tarball {
  package: PackageName;
}

/** Begins with an empty dist/. Throws when a package holds what does not belong there, or publint finds a fault. */
export async function buildPackages(): Promise<BuiltPackage[]> {
  const compiled = join(DIST, '.compiled');
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  compile(compiled);
  const built: BuiltPackage[] = [];
  for (const name of PACKAGES) {
    stage(name, compiled);
    if (name === 'console') await stageApp(join(DIST, 'console/app'));
    if (name === 'react') await buildElement(join(DIST, 'react/dist')); // for a script tag, without a bundler
    const tarball = packTarball(name);
    await inspect(name, tarball.files);
    built.push({ package: name, ...tarball });
  }
  rmSync(compiled, { recursive: true });
  return built;
}

/** The console as it is served, with the licences of what is in it. */
async function stageApp(folder: string): Promise<void> {
  cpSync(await consoleFolder(console.log), folder, { recursive: true });
}
