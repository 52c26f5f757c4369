import { expect, test } from 'vitest';
import { publishedManifest } from '../pack/manifest.ts';

const source = {
  name: '@ringback/sample',
  version: '1.2.3',
  type: 'module',
  files: ['src', 'migrations'],
  dependencies: { zod: '4.6.7' },
};

test('every export leads to what was compiled, with its own types before it', () => {
  const { exports } = publishedManifest({
    ...source,
    exports: {
      '.': { 'react-native': './src/native/index.ts', default: './src/web/index.tsx' },
      './messages/*': './src/messages/*.ts',
      './styles.css': './src/web/styles.css',
    },
  });
  expect(exports).toEqual({
    '.': {
      'react-native': { types: './dist/native/index.d.ts', default: './dist/native/index.js' },
      default: { types: './dist/web/index.d.ts', default: './dist/web/index.js' },
    },
    './messages/*': { types: './dist/messages/*.d.ts', default: './dist/messages/*.js' },
    './styles.css': './dist/web/styles.css',
  });
  // Metro takes the first condition that holds, and `default` always does.
  expect(JSON.stringify(exports)).toMatch(/react-native.*web.index/);
});

test('a command leads to what was compiled', () => {
  expect(publishedManifest({ ...source, bin: { sample: './src/sample.ts' } }).bin).toEqual({
    sample: './dist/sample.js',
  });
});

test('an app holds what it was built with, and exports where it is alone', () => {
  const exports = { '.': './src/index.ts', './site': './build/site.ts' };
  const published = publishedManifest({ ...source, files: ['src', 'app'], exports });
  expect(published.dependencies).toBeUndefined();
  expect(Object.keys(published.exports ?? {})).toEqual(['.']);
});

test('the rest is kept, but what only developers need', () => {
  expect(publishedManifest({ ...source, devDependencies: { vitest: '5.1.0' } })).toEqual({
    ...source,
    files: ['dist', 'migrations'],
  });
});
