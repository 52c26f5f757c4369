/** Lays out the folder of a package as it is published. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Manifest, publishedManifest } from './manifest.ts';
import { DIST, type PackageName, ROOT } from './packages.ts';

/** Writes dist/<name>/: the compiled sources at the depth they had, so that paths from file to file stay right. */
export function stage(name: PackageName, compiled: string): void {
  const source = join(ROOT, name);
  const target = join(DIST, name);
  const manifest: Manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const isLibrary = manifest.exports !== undefined;
  cpSync(join(compiled, name, 'src'), join(target, 'dist'), {
    recursive: true,
    filter: (path) => isLibrary || !path.endsWith('.d.ts'),
  });
  cpSync(join(source, 'src'), join(target, 'dist'), { recursive: true, filter: isNotTypeScript });
  for (const entry of manifest.files.filter((entry) => entry !== 'src')) {
    cpSync(join(source, entry), join(target, entry), { recursive: true });
  }
  cpSync(join(source, 'README.md'), join(target, 'README.md'));
  cpSync(join(ROOT, 'LICENSE'), join(target, 'LICENSE'));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
}

const isNotTypeScript = (path: string) => !['.ts', '.tsx'].includes(extname(path));
