/** The demo: a small marketplace with believable data, and the page that shows how to try Ringback on it. */
export { demoScript, type Tokens } from './commands.ts';
export {
  countDemo,
  type DemoCounts,
  type DemoPeople,
  type DemoPerson,
  demoPeople,
  isDemoLoaded,
  loadDemo,
} from './load.ts';
export { createMarketplaceTables } from './marketplace.ts';
export { demoPages, type Page } from './pages.ts';
export { type StartPageOptions, startPage } from './startPage.ts';
