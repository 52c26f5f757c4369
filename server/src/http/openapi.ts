/** The API's description, generated from the schemas that check its input and output; and the page that shows it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
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
        version: '1',
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
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { persistAuthorization: false },
    staticCSP: true,
    transformStaticCSP: () => contentPolicy(app),
  });
}

/** The hash of a style that swagger-ui-bundle.js adds. If an update changes it, the browser logs the new one. */
const ADDED_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

/** Just what the page needs: its own files, its own inline pieces by their hash, and calls to this server. */
function contentPolicy(app: App): string {
  const { script, style } = app.swaggerCSP;
  return [
    "default-src 'none'",
    `script-src 'self' ${script.join(' ')}`,
    `style-src 'self' ${[...style, ADDED_STYLE].join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
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
