/** A message as the plain-text part of a mail, laid out as a person would write it. */
import type { Entry, Message } from '../channels/channel.ts';

/** French has a no-break space before a colon. */
const colonIn = (language: string) => (language === 'fr' ? '\u00a0:' : ':');
const quote = ({ label, lines }: Entry) => `${label}\n${lines.map((text) => `> ${text}`).join('\n')}`;

/** The mail as plain text: everything that the HTML shows, in the same order. */
export function mailText(message: Message): string {
  const { greeting, sentences, listing, entries, quotes, link, footer, brand, unsubscribe } = message;
  const [happened = '', ...next] = sentences;
  const colon = colonIn(message.language);
  const line = ({ label, lines }: Entry) => `${label}${colon} ${lines.join('\n  ')}`;
  const about = listing ? [{ label: listing.label, lines: [listing.title] }, listing.price] : [];
  const paragraphs = [
    greeting,
    happened,
    ...quotes.map(quote),
    [...about, ...entries].flatMap((entry) => (entry ? [line(entry)] : [])).join('\n'),
    ...next,
    link && `${link.label}${colon}\n${link.url}`,
    ['-- ', footer, ...(unsubscribe ? [`${unsubscribe.label}${colon}`, unsubscribe.url] : [])].join('\n'),
    brand.address.join('\n'),
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}
