/** In development, the console names the setting that lets pages of another origin read the API's answers. */

/** Bundlers replace it, and leave the hint out of what is built for production. */
declare const process: { env: { NODE_ENV?: string } };

interface Browser {
  location?: { origin: string };
  navigator?: { onLine?: boolean };
}

const warned = new Set<string>();

/** Call it when `fetch` has failed: browsers hide from scripts whether CORS was the reason. */
export function hintAtCors(address: string, cause: unknown): void {
  try {
    if (process.env.NODE_ENV !== 'production') warnOnce(address, cause);
  } catch {
    // Without a bundler there is no `process`.
  }
}

function warnOnce(address: string, cause: unknown): void {
  const { location, navigator } = globalThis as Browser;
  if (!location || !(cause instanceof TypeError) || navigator?.onLine === false) return;
  const api = new URL(address, location.origin).origin;
  if (api === location.origin || warned.has(api)) return;
  warned.add(api);
  console.warn(
    `${api} gave no answer to this page. If Ringback's API runs there, allow this origin ` +
      `with its setting CORS_ORIGINS=${location.origin} (exact origins, separated by commas).`,
  );
}
