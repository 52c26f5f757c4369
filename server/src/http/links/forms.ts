/** Bodies as HTML forms send them, for the few routes that other services and browsers post such to; the API itself takes JSON only. */
import type { App } from '../types.ts';

const LIMIT = 16_384;
const URL_ENCODED = 'application/x-www-form-urlencoded';

/** Lets the routes of this scope read forms: a name and a value each, the last where a name is there twice. */
export function acceptForms(scope: App): void {
  scope.addContentTypeParser(URL_ENCODED, { parseAs: 'string', bodyLimit: LIMIT }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** Lets the routes of this scope be posted to with forms of either encoding whose content says nothing that the address does not. */
export function ignoreForms(scope: App): void {
  scope.addContentTypeParser(
    [URL_ENCODED, 'multipart/form-data'],
    { parseAs: 'buffer', bodyLimit: LIMIT },
    (_request, _body, done) => done(null),
  );
}
