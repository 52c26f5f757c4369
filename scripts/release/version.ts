/** The version that is released: one for all packages, and for what they ask of each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, ROOT } from '../pack/packages.ts';

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
}

/** @throws Error that names every package, or dependency between packages, whose version differs from the repository's. */
export function commonVersion(): string {
  const { version } = read('.');
  const differing = PACKAGES.map(read).flatMap(({ name, version: own, dependencies = {} }) => [
    ...(own === version ? [] : [`${name} is ${own}`]),
    ...Object.entries(dependencies)
      .filter(([dependency, wanted]) => dependency.startsWith('@ringback/') && wanted !== version)
      .map(([dependency, wanted]) => `${name} asks for ${dependency} ${wanted}`),
  ]);
  if (differing.length > 0)
    throw new Error(`The version is ${version}, but ${differing.join('; ')}. Set them to ${version}.`);
  return version;
}

const read = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
