/** Makes tarballs with npm. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';
import { DIST, type PackageName } from './packages.ts';

export interface Tarball {
  name: string;
  kilobytes: number;
  /** Paths in the package. */
  files: string[];
}

/** Packs dist/<name>/ under a name without the version, which the examples can refer to for good. */
export function packTarball(name: PackageName): Tarball {
  const printed = run('npm', ['pack', '--json', '--pack-destination', DIST], { cwd: join(DIST, name) });
  const [packed] = Object.values(JSON.parse(printed)) as [
    { filename: string; size: number; files: { path: string }[] },
  ];
  const tarball = `ringback-${name}.tgz`;
  renameSync(join(DIST, packed.filename), join(DIST, tarball));
  return {
    name: tarball,
    kilobytes: Math.round(packed.size / 1000),
    files: packed.files.map(({ path }) => path),
  };
}
