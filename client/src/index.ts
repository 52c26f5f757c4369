/** Ringback's vocabulary and clients, for any JavaScript runtime. Phone rules load apart, from `@ringback/client/phone`. */
export * from './constants.ts';
export * from './errors.ts';
export * from './problem.ts';
export * from './schemas.ts';
export { parseInput } from './validate.ts';
