/** The API's description, generated from the schemas that check its input and output; and the page that shows it. */
import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import packageJson from '../../package.json' with { type: 'json' };
import { addReference } from './docs/routes.ts';
import { addFixedAnswer } from './fixedAnswer.ts';
import type { App } from './types.ts';

const DESCRIPTION = `Callback requests for a marketplace: a buyer requests a callback about a listing, the seller handles the request,
and both are kept informed.

Every error is \`application/problem+json\`; its \`code\` is stable, its \`detail\` is a sentence that says what to do.
Times are ISO 8601 with an offset. Lists are read page by page: pass \`next_cursor\` as \`cursor\` until it is null.`;

/** Adds /openapi.json and /docs. Routes must be added after it. */
export async function addDocumentation(app: App, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ringback',
        version: packageJson.version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'Claims: `exp`, and the person’s id in `sub` (or the claim that the settings name). A token with the role service_role acts for the person that the header Ringback-User names. Who is an operator, the settings say.',
          },
        },
      },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => tidy(jsonSchemaTransformObject(document)),
  });
  addFixedAnswer(app, '/openapi.json', {
    contentType: 'application/json; charset=utf-8',
    write: () => JSON.stringify(app.swagger()),
  });
  addReference(app);
}

type Document = ReturnType<typeof jsonSchemaTransformObject>;
type Schemas = Record<string, object>;

const REFERENCE = /"#\/components\/schemas\/(\w+)"/g;

/**
 * Leaves out schemas that nothing refers to: the library describes each twice, as what is sent and as what is received. What is only
 * sent gets its own name back.
 */
function tidy(document: Document): Document {
  const { components, ...rest } = document as Document & { components: { schemas: Schemas } };
  const used = new Set<string>();
  const collect = (part: object) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (used.has(name)) continue;
      used.add(name);
      collect(components.schemas[name] ?? {});
    }
  };
  collect(rest);
  const schemas = Object.fromEntries(Object.entries(components.schemas).filter(([name]) => used.has(name)));
  const text = JSON.stringify({ ...rest, components: { ...components, schemas } });
  return JSON.parse(
    text.replace(/"([^"]*?\b(\w+))Input"/g, (whole, path, name) => {
      const isOnlySent = used.has(`${name}Input`) && !used.has(name);
      return isOnlySent ? `"${path}"` : whole;
    }),
  );
}
