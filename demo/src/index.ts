/** The demo: a small marketplace with believable data, and the page that shows how to try Ringback on it. */
export { type DemoPeople, type DemoPerson, demoPeople, isDemoLoaded, loadDemo } from './load.ts';
export { createMarketplaceTables } from './marketplace.ts';
