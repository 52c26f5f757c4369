/** What a schema gives as its example, which OpenAPI shows too. */
import { z } from 'zod';

/** The first. */
export function exampleOf<Schema extends z.core.$ZodType>(schema: Schema): z.input<Schema> {
  const examples = z.globalRegistry.get(schema)?.examples as unknown[] | undefined;
  if (!examples) throw new Error('The schema has no examples.');
  return examples[0] as z.input<Schema>;
}
