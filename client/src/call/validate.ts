/** Turns what a schema refuses into a CallbackError that names the field and the cure. */
import * as z from 'zod/mini';
import { CallbackError } from '../errors.ts';

/** The input as the schema reads it (trimmed, defaults filled in). Throws `invalid_input`, with the field. */
export function parseInput<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input);
  if (result.success) return result.data;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const field = fieldOf(issue);
  throw new CallbackError('invalid_input', `${field ?? 'The input'} ${cureFor(issue)}.`, { field });
}

function fieldOf(issue: z.core.$ZodIssue): string | undefined {
  const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
  return name === undefined ? undefined : String(name);
}

function cureFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not a field that can be given here; leave it out';
    case 'invalid_type':
      return `is missing or is not of type ${issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return `must be ${nounFor(issue.origin)}at least ${issue.minimum}`;
    case 'too_big':
      return `must be ${nounFor(issue.origin)}at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function nounFor(origin: string): string {
  if (origin === 'string') return 'text with a length of ';
  return origin === 'array' ? 'a list with a length of ' : '';
}
