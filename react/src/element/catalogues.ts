/** The words of other languages than English, loaded where a page asks for one. */
import type { MessageOverrides } from '../headless/messages/messages.ts';

const CATALOGUES: Record<string, () => Promise<MessageOverrides>> = {
  ar: async () => (await import('../headless/messages/ar.ts')).ar,
  de: async () => (await import('../headless/messages/de.ts')).de,
  es: async () => (await import('../headless/messages/es.ts')).es,
  fr: async () => (await import('../headless/messages/fr.ts')).fr,
};

const loaded = new Map<string, Promise<MessageOverrides | undefined>>();

/** The same promise for a language each time; a language that we lack, or that did not load, is English. */
export function catalogueOf(locale = ''): Promise<MessageOverrides | undefined> {
  const [language = ''] = locale.toLowerCase().split('-');
  const known = loaded.get(language) ?? Promise.resolve(CATALOGUES[language]?.()).catch(() => undefined);
  loaded.set(language, known);
  return known;
}
