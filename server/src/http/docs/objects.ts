/** Named schemas: what is used in several places is drawn once, in a section of its own, and linked to. */
import { type Document, nameOf, type Schema } from './document.ts';

export interface Objects {
  /** The schema itself, where it is only a name. */
  resolve(schema: Schema): Schema;
  /** The name of a schema that has a section of its own. */
  sectionOf(schema: Schema): string | undefined;
  /** Those with a section. */
  sections: [name: string, schema: Schema][];
}

/** Reads the names of a document. */
export function readObjects(document: Document): Objects {
  const { schemas } = document.components;
  const uses = countUses(document);
  const isShared = (name: string) => (uses.get(name) ?? 0) > 1;
  return {
    resolve: (schema) => (schema.$ref ? (schemas[nameOf(schema.$ref)] ?? {}) : schema),
    sectionOf: ({ $ref }) => ($ref && isShared(nameOf($ref)) ? nameOf($ref) : undefined),
    sections: Object.entries(schemas).filter(([name]) => isShared(name)),
  };
}

function countUses(document: Document): Map<string, number> {
  const uses = new Map<string, number>();
  for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
    uses.set(nameOf(reference), (uses.get(nameOf(reference)) ?? 0) + 1);
  }
  return uses;
}
