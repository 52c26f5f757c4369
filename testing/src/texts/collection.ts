/** A collection of messages: lines of a label, a tab and a text, as the SMS Spam Collection (Almeida, Gómez Hidalgo, 2011) has them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Message {
  text: string;
  isSpam: boolean;
}

/** The file can't be read as such a collection; the message says why. */
export class TextsError extends Error {}

/** @throws TextsError */
export function readCollection(file: string): Message[] {
  const lines = contentOf(file)
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const [label, text] = line.split(/\t(.*)/s);
    if ((label !== 'ham' && label !== 'spam') || text === undefined)
      throw new TextsError(`${file}, line ${index + 1}: expected "ham" or "spam", a tab and a message.`);
    return { text, isSpam: label === 'spam' };
  });
}

function contentOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new TextsError(`${file}: ${(error as Error).message}`);
  }
}
