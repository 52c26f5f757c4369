/** Everything that crosses the API, as Zod schemas: the one source of validation, types and OpenAPI. */

export * from './consent.ts';
export * from './events.ts';
export * from './live.ts';
export * from './notifications.ts';
export * from './operator/access.ts';
export * from './operator/delivery.ts';
export * from './operator/figures.ts';
export * from './operator/people.ts';
export * from './operator/policy.ts';
export * from './operator/privacy.ts';
export * from './operator/requests.ts';
export * from './operator/storage.ts';
export * from './operator/system.ts';
export * from './operator/trust.ts';
export * from './overview.ts';
export * from './people.ts';
export * from './privacy.ts';
export * from './problem.ts';
export * from './requests.ts';
export { MarketplaceId } from './scalars.ts';
export * from './stats.ts';
