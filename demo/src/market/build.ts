/** The pages of the marketplace: a React app in demo/web, built into demo/dist/ when its sources have changed. */
import { join } from 'node:path';
import { buildSite } from '@ringback/console/site';

const REPOSITORY = join(import.meta.dirname, '../../..');

/**
 * The folder that holds the built app.
 * @throws the bundler's error when it cannot be built.
 */
export function buildMarket(report: (text: string) => void): Promise<string> {
  return buildSite({
    what: 'the marketplace’s pages',
    root: join(REPOSITORY, 'demo/web'),
    target: join(REPOSITORY, 'demo/dist'),
    repository: REPOSITORY,
    sources: [
      'console/build/site.ts',
      'console/src/styles/tokens.css',
      'demo/web/**/*',
      'demo/src/country.ts',
      'demo/src/market/types.ts',
      'react/src/**/*',
      'client/src/**/*',
      'react/package.json',
      'client/package.json',
      'package-lock.json',
    ],
    report,
  });
}
