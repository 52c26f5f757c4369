/** The package.json of a published package, from that of the repository. */

/** The file, or the files by condition, that an import leads to. */
type Target = string | { [condition: string]: Target };

export interface Manifest {
  name: string;
  version: string;
  files: string[];
  exports?: Record<string, Target>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  [field: string]: unknown;
}

/** Built to files: what it was built with is in it and need not be installed, and it exports where it is alone. */
const isApp = ({ files }: Manifest) => files.includes('app');

/** Leads every path from the TypeScript in src/ to what was compiled from it in dist/. */
export function publishedManifest({ devDependencies: _, dependencies, ...manifest }: Manifest): Manifest {
  const exports = isApp(manifest) ? pick(manifest.exports, '.') : manifest.exports;
  return {
    ...manifest,
    ...(dependencies && !isApp(manifest) && { dependencies }),
    files: manifest.files.map((entry) => (entry === 'src' ? 'dist' : entry)),
    ...(exports && { exports: mapValues(exports, builtTarget) }),
    ...(manifest.bin && { bin: mapValues(manifest.bin, builtFile) }),
  };
}

/** `types` comes first, because the first condition that holds is taken. */
function builtTarget(target: Target): Target {
  if (typeof target !== 'string') return mapValues(target, builtTarget);
  const file = builtFile(target);
  return file.endsWith('.js') ? { types: file.replace(/\.js$/, '.d.ts'), default: file } : file;
}

const builtFile = (path: string) => path.replace(/^\.\/src\//, './dist/').replace(/\.tsx?$/, '.js');

const pick = <Value>(record: Record<string, Value> = {}, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key === name));

const mapValues = <Value, Result>(record: Record<string, Value>, map: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
