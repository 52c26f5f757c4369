/**
 * `npm run release`: checks, builds and publishes all packages in one version. With --dry-run it does everything but publish, and prints
 * what it would publish. Provenance needs a build service that npm knows (GitHub Actions or GitLab CI).
 */
import { parseArgs } from 'node:util';
import { buildPackages } from './pack/build.ts';
import { changelogEntry } from './release/changelog.ts';
import { cleanCommit } from './release/commit.ts';
import { publish, type Release } from './release/publish.ts';
import { writeSbom } from './release/sbom.ts';
import { commonVersion } from './release/version.ts';
import { run } from './run.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const isDryRun = values['dry-run'];

const version = commonVersion();
const release: Release = { version, commit: cleanCommit({ isDryRun }), notes: changelogEntry(version) };
run('npm', ['run', '--silent', 'check']);
const packages = await buildPackages();
const sbom = writeSbom(version);

console.log(`Ringback ${release.version}, commit ${release.commit}\n\n${release.notes}\n`);
console.log(`dist/${sbom.name}: ${sbom.components} components`);
for (const built of packages) publish(built, { isDryRun });
if (isDryRun) console.log('\nNothing was published. Run `npm run release` to publish.');
