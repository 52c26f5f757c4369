/** Where the built console is, for the server that serves it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** As it was published. */
const BUILT = join(import.meta.dirname, '../../app');

/**
 * The folder of the built console. In the repository it is built first, unless its sources are those of the last time.
 * @throws the bundler's error when it cannot be built.
 */
export async function consoleFolder(report: (text: string) => void): Promise<string> {
  if (existsSync(BUILT)) return BUILT;
  // Not in the published package.
  const { buildConsole } = await import('../../build/console.ts');
  return buildConsole(report);
}
