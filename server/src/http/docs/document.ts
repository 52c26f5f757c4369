/** The parts of our OpenAPI document that the reference shows. */
import { OPERATIONS, type Operation, type OperationName } from '@ringback/client';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  /** Words known today, of a text that may get others. */
  examples?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Content {
  description?: string;
  content?: Record<string, { schema: Schema }>;
}

interface DescribedOperation {
  operationId: OperationName;
  summary: string;
  description?: string;
  tags: [topic: string];
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface Document {
  info: { version: string };
  servers: [{ url: string }];
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, Schema> };
}

/** An operation as the document shows it, beside its description. */
export interface Entry extends DescribedOperation {
  method: string;
  path: string;
  operation: Operation;
}

/** All operations by topic, in the document's order. */
export function entriesByTopic({ paths }: Document): Map<string, Entry[]> {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      return {
        ...described,
        path,
        method: method.toUpperCase(),
        operation: OPERATIONS[described.operationId],
      };
    }),
  );
  return Map.groupBy(entries, ({ tags: [topic] }) => topic);
}

/** What is sent or answered, whatever its media type. */
export function schemaOf(content: Content | undefined): Schema | undefined {
  return Object.values(content?.content ?? {})[0]?.schema;
}

/** The answer of success. */
export function successOf({ responses }: Entry): [status: string, answer: Content] {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'));
  if (!success) throw new Error('An operation has no answer of success.');
  return success;
}

export const nameOf = (reference: string): string => reference.replace('#/components/schemas/', '');
