/** Everything that crosses the API, as Zod schemas: the one source of validation, types and OpenAPI. */
export * from './schemas/callback-request.ts';
export * from './schemas/notification.ts';
export * from './schemas/overview.ts';
export * from './schemas/preferences.ts';
export * from './schemas/problem.ts';
export * from './schemas/stats.ts';
export * from './schemas/stream.ts';
