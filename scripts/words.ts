/** Part of `npm run check`: the words that plain modern English has better ones for, and that therefore do not come back. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const WORDS: Record<string, string> = {
  somebody: 'buyer, seller, operator, or someone',
  anybody: 'anyone',
  anew: 'again, from scratch',
  whoever: 'who, anyone who',
  lest: 'so that … not',
  hence: 'so',
  upkeep: 'maintenance',
  'in vain': 'without success',
  'ask for a call': 'request a callback',
  'asks for a call': 'requests a callback',
  'asked for a call': 'requested a callback',
  'what became of': 'what happened to',
  'unless told otherwise': 'by default',
  'you need do nothing': 'No action needed.',
  'how you are told': 'Notification settings',
  'when suits you': 'When should they call?',
  'correct details': 'Edit request',
};

const TEXT = /\.(md|tsx?|mjs|sql|css|html|ya?ml)$/;
const NOT_PROSE = ['scripts/words.ts', 'database/schema.sql', 'CHANGELOG.md'];
const FORBIDDEN = new RegExp(`\\b(${Object.keys(WORDS).join('|')})\\b`, 'i');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const findings = files
  .split('\n')
  .filter((file) => TEXT.test(file) && !NOT_PROSE.includes(file))
  .flatMap(findingsOf);
for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;

function findingsOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const word = FORBIDDEN.exec(line)?.[0];
      return word ? [`${file}:${index + 1}: "${word}": better ${WORDS[word.toLowerCase()]}`] : [];
    });
}
