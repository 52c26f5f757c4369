/**
 * Looks at the console of a running `npm start`. `npm run console -- --pictures` takes the pictures in docs/pictures/;
 * `npm run console -- --measure` opens it as a slow phone does and prints how long that takes.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { launchOptions } from '../testing/browser/find.ts';
import { measureStart } from './console/measure.ts';
import { takeConsolePictures } from './console/pictures.ts';

const PICTURES = join(import.meta.dirname, '../docs/pictures');

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:3000' },
    pictures: { type: 'boolean', default: false },
    measure: { type: 'boolean', default: false },
  },
});

const browser = await chromium.launch(launchOptions());
if (values.pictures) {
  const taken = await takeConsolePictures(browser, values.origin, PICTURES);
  console.log(`docs/pictures: ${taken.join(', ')}`);
}
if (values.measure) console.table(await measureStart(browser, values.origin));
await browser.close();
