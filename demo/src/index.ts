/** The demo: a small marketplace with believable data and pages, and the start page that shows how to try Ringback on it. */
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
export { type Mailbox, openMailbox } from './mailbox/mailbox.ts';
export { buildMarket } from './market/build.ts';
export { readMarket } from './market/read.ts';
export { createMarketplaceTables } from './marketplace.ts';
export { addDemo, type DemoOptions } from './serve.ts';
export { type StartPageOptions, startPage } from './startPage.ts';
