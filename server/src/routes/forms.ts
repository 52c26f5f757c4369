/** Bodies as HTML forms send them, for the few routes that other services and browsers post such to; the API itself takes JSON only. */
import type { App } from '../app.ts';

const LIMIT = 16_384;

/** Lets the routes of this scope read forms: a name and a value each, the last where a name is there twice. */
export function acceptForms(scope: App): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LIMIT },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}
