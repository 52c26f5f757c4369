/** The hooks around callback requests, under the path at which the app keeps its hooks. */
export * from '@ringback/react/headless';
