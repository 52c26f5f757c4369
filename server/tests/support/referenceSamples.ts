/** The samples of the reference's page, taken out of it and made runnable. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The samples of a section by name. */
export type Shown = Record<string, string>;

const SECTION_OR_SAMPLE =
  /<section class="[\w ]+" id="([\w-]+)">|<figcaption>(.*?)<\/figcaption><pre><code>(.*?)<\/code><\/pre>/gs;

/** All samples by the section they stand in. */
export function readSamples(page: string): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  let current = '';
  for (const [, section, name, code = ''] of page.matchAll(SECTION_OR_SAMPLE)) {
    if (section !== undefined) current = section;
    else shown.set(current, { ...shown.get(current), [String(name)]: textOf(code) });
  }
  return shown;
}

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const textOf = (html: string) =>
  html.replace(/<[^>]+>/g, '').replace(/&([\w#]+);/g, (_, name) => CHARACTERS[name] ?? '');

/** What the command prints; a stream is left when it has begun. */
export async function runShell(
  code: string,
  variables: Record<string, string>,
  curlHome: string,
): Promise<string> {
  const env = { PATH: process.env.PATH, CURL_HOME: curlHome, ...variables };
  const child = spawn('sh', ['-c', code], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
      if (output.includes('event: unread') && child.pid) process.kill(-child.pid);
    });
  }
  const [exitCode, signal] = await once(child, 'close');
  if (exitCode !== 0 && signal === null) throw new Error(`${code}\n${output}`);
  return output;
}

/** All samples in TypeScript as one module, which the first of them begins; each is a function of its own. */
export function moduleOf(shown: Map<string, Shown>, variables: string[]): string {
  const { start, ...others } = Object.fromEntries(shown);
  const functions = Object.entries(others)
    .filter(([, { TypeScript }]) => TypeScript !== undefined)
    .map(([section, { TypeScript }]) => `  ${section}: async () => {\n${TypeScript}\n${endOf(section)}},`);
  return `${start?.TypeScript}
declare const session: { token: string };
${variables.map((name) => `declare const ${camelCase(name)}: string;`).join('\n')}

export const samples = {
${functions.join('\n')}
};
`;
}

/** `REQUEST_ID` is requestId. */
export const camelCase = (name: string) =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What ends a subscription is given to the test. */
const endOf = (section: string) => (section === 'stream' ? 'return stop;\n' : '');
