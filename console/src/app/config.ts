/** Where the console and the API are. The server writes both into index.html; so does who serves the files otherwise. */

/** The path below which the console is served, such as /console. */
export function basePath(): string {
  return new URL(document.baseURI).pathname.replace(/\/$/, '') || '/';
}

/** The API's address, without /v1: what the page names, which may be a path of this host alone. */
export function apiUrl(): string {
  const named = document.querySelector<HTMLMetaElement>('meta[name="ringback-api"]')?.content;
  return new URL(named || '/', location.origin).href.replace(/\/$/, '');
}
