/** `@ringback/client/demo`: a whole client in memory, for first steps, tests and pictures. No part of an app that runs. */
export { DEMO_CODE } from './codes.ts';
export { DEMO_BUYER, DEMO_LISTINGS, DEMO_PEOPLE, DEMO_SELLER } from './fixtures.ts';
export type { DemoListing, DemoPerson } from './state.ts';
export { createDemoClient, createDemoWorld, type DemoWorld, type DemoWorldOptions } from './world.ts';
