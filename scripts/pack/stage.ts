/** Lays out the folder of a package as it is published. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  for (const asset of assets(join(source, 'src'), manifest)) {
    cpSync(join(source, 'src', asset), join(target, 'dist', asset));
  }
  for (const entry of manifest.files.filter((entry) => existsSync(join(source, entry)) && entry !== 'src')) {
    cpSync(join(source, entry), join(target, entry), { recursive: true });
  }
  cpSync(join(source, 'README.md'), join(target, 'README.md'));
  cpSync(join(ROOT, 'LICENSE'), join(target, 'LICENSE'));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
}

/** The files beside the TypeScript that the code reads (SQL) or that hosts import (styles.css), as paths in `folder`. */
function assets(folder: string, { exports = {} }: Manifest): string[] {
  const isExported = (file: string) => Object.values(exports).includes(`./src/${file}`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => extname(file) === '.sql' || (extname(file) === '.css' && isExported(file)),
  );
}
