/** What is published, and where it is built. */
import { join } from 'node:path';

export const PACKAGES = ['client', 'console', 'database', 'react', 'server'] as const;
export type PackageName = (typeof PACKAGES)[number];

export const ROOT = join(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
