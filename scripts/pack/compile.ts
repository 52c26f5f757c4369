/** Compiles the sources of all packages, file by file: modules stay apart, `"use client"` stays at their heads. */
import { join } from 'node:path';
import { run } from '../run.ts';
import { ROOT } from './packages.ts';

/** React's two sets of views are compiled apart, as each platform has types of its own. */
const PROJECTS = ['node', 'web', 'native'];
const EMIT = ['--noEmit', 'false', '--declaration', '--rewriteRelativeImportExtensions'];

/** Writes `<folder>/<package>/src/**` as JavaScript with its declarations. */
export function compile(folder: string): void {
  for (const project of PROJECTS) {
    const config = join(import.meta.dirname, `tsconfig.${project}.json`);
    run('tsc', ['--project', config, ...EMIT, '--rootDir', ROOT, '--outDir', folder]);
  }
}
