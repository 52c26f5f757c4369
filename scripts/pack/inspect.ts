/** Looks at a package before it is published. */
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { DIST, type PackageName } from './packages.ts';

/** All that belongs into a package; whatever else is found there got in by mistake. */
const EXPECTED = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^bin\/ringback\.mjs$/,
  /^app\/(index\.html|icon\.svg|licenses\.md|assets\/[\w-]+\.(js|css))(\.(br|gz))?$/,
  /^dist\/(?!.*\.test\.).+\.(js|d\.ts|css|sql)$/,
  /^(migrations|functions\/[a-z]+|data|host|host\/recognise|checks)\/[^/]+\.sql$/,
];

/** @throws Error that lists the files that do not belong there or get lost on some machines, or what publint finds wrong. */
export async function inspect(name: PackageName, files: string[]): Promise<void> {
  const strays = files.filter((file) => !EXPECTED.some((pattern) => pattern.test(file)));
  if (strays.length > 0) throw new Error(`${name}: these files do not belong there: ${strays.join(', ')}`);
  const lost = files.filter((file) =>
    files.some((other) => other < file && other.toLowerCase() === file.toLowerCase()),
  );
  if (lost.length > 0)
    throw new Error(`${name}: only case tells these files from others: ${lost.join(', ')}`);
  const { messages, pkg } = await publint({ pkgDir: join(DIST, name), pack: 'npm', strict: true });
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }));
  if (faults.length > 0) throw new Error(`${name}: publint says:\n${faults.join('\n')}`);
}
