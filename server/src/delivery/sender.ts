/** Who mails come from, as MAIL_FROM says it: callbacks@shop.example.com, Shop <…> or "Shop, Ltd" <…>. */

export interface Sender {
  name: string;
  address: string;
}

/** Taken apart here: the mail library would make a group of a name with a colon, and a comment of what is in brackets. */
export function senderOf(text: string): Sender {
  const [, quoted, plain = '', address = text] =
    /^(?:"([^"<>\r\n]*)"|([^"<>\r\n]*))\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  return { name: (quoted ?? plain).trim(), address };
}
