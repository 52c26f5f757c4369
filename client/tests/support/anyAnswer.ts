/**
 * Answers made from their schemas, as a server that knows more than this version would give them: every object has
 * a further field, and every word that may grow is a new one.
 */
import * as z from 'zod/mini';

export const NEW_WORD = 'word_of_a_later_version';

/** An answer with the shape of the schema. */
export function newerAnswer(schema: z.core.$ZodType): unknown {
  const { def } = schema._zod;
  if (z.globalRegistry.get(schema)?.examples && def.type === 'string') return NEW_WORD;
  const make = MAKERS[def.type] ?? fail(def.type);
  return make(def as never);
}

type Maker = (def: {
  shape: Record<string, z.core.$ZodType>;
  innerType: z.core.$ZodType;
  element: z.core.$ZodType;
  keyType: z.core.$ZodType;
  valueType: z.core.$ZodType;
  entries: Record<string, string>;
  options: z.core.$ZodType[];
  values: unknown[];
  format?: string;
  checks?: { _zod: { def: { format?: string } } }[];
  type: string;
}) => unknown;

const MAKERS: Record<string, Maker> = {
  object: ({ shape }) => ({
    ...Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, newerAnswer(inner)])),
    field_of_a_later_version: { any: ['shape'] },
  }),
  nullable: ({ innerType }) => newerAnswer(innerType),
  optional: ({ innerType }) => newerAnswer(innerType),
  array: ({ element }) => [newerAnswer(element)],
  record: ({ keyType, valueType }) => {
    const { entries = { any: 'key' } } = keyType._zod.def as unknown as { entries?: Record<string, string> };
    return Object.fromEntries(Object.values(entries).map((key) => [key, newerAnswer(valueType)]));
  },
  enum: ({ entries }) => Object.values(entries)[0],
  union: ({ options }) => newerAnswer(options[0] as z.core.$ZodType),
  literal: ({ values }) => values[0],
  null: () => null,
  unknown: () => ({ any: ['shape'] }),
  boolean: () => true,
  number: () => 1,
  string: ({ format }) => (format === undefined ? 'text' : (TEXTS[format] ?? fail(format))),
};

const TEXTS: Record<string, string> = {
  guid: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
  datetime: '2026-11-22T14:03:00.123456+00:00',
  date: '2026-11-22',
};

function fail(what: string): never {
  throw new Error(`No answer is made of ${what}; add it to MAKERS or TEXTS.`);
}
