/**
 * `npm run pack`: makes dist/<package>/, the folder that is published, and dist/ringback-<package>.tgz from it.
 * The repository runs from TypeScript; hosts get JavaScript, which Node, Metro and every bundler take from node_modules.
 */
import { buildPackages } from './pack/build.ts';

for (const { name, files, kilobytes } of await buildPackages()) {
  console.log(`dist/${name}`.padEnd(32), `${files.length} files, ${kilobytes} kB`);
}
