/** The software bill of materials: every package that users of a release install, from the lockfile. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, PACKAGES, ROOT } from '../pack/packages.ts';
import { run } from '../run.ts';

interface Sbom {
  metadata: { component: { name: string; version: string } };
  components: unknown[];
}

const NAME = 'ringback.cdx.json';

/** Writes dist/ringback.cdx.json (CycloneDX). */
export function writeSbom(version: string): { name: string; components: number } {
  const workspaces = PACKAGES.flatMap((name) => ['--workspace', name]);
  const printed = run(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev', ...workspaces],
    {
      cwd: ROOT,
    },
  );
  const sbom: Sbom = JSON.parse(printed);
  Object.assign(sbom.metadata.component, { name: 'ringback', version }); // npm names the folder
  writeFileSync(join(DIST, NAME), `${JSON.stringify(sbom, null, 2)}\n`);
  return { name: NAME, components: sbom.components.length };
}
