/**
 * Who may run a function stands directly above it: `-- execute: users` (signed-in users and the service) or `-- execute: service` (the
 * service alone). Without such a line only the owner may.
 */
import type { SqlFile } from './sqlFiles.ts';

export const EXECUTORS = {
  users: ['authenticated', 'callback_service', 'service_role'],
  service: ['callback_service', 'service_role'],
} as const;

export type Grant = { executors: keyof typeof EXECUTORS; signature: string };

const LINE = /^-- execute:(.*)\n(?:create or replace function ([\w.]+)\(([\s\S]*?)\)\s+returns\b)?/gm;
const DEFAULT = /\s+default\s+(?:'[^']*'|[^,'])+/gi;

/**
 * The grants that a file asks for, each with the signature that GRANT takes.
 * @throws Error that names file and line when a line has another word or no function below it
 */
export function readGrants({ name, sql }: SqlFile): Grant[] {
  return [...sql.matchAll(LINE)].map(({ 1: word = '', 2: functionName, 3: parameters = '', index }) => {
    const executors = word.trim();
    const place = `${name}:${sql.slice(0, index).split('\n').length}`;
    if (!isExecutors(executors))
      throw new Error(`${place}: "-- execute: ${executors}" must be ${Object.keys(EXECUTORS).join(' or ')}.`);
    if (functionName === undefined)
      throw new Error(
        `${place}: "-- execute: ${executors}" must stand directly above "create or replace function".`,
      );
    return { executors, signature: `${functionName}(${withoutDefaults(parameters)})` };
  });
}

const isExecutors = (word: string): word is keyof typeof EXECUTORS => Object.hasOwn(EXECUTORS, word);

const withoutDefaults = (parameters: string) =>
  parameters.replaceAll(DEFAULT, '').replaceAll(/\s+/g, ' ').trim();
