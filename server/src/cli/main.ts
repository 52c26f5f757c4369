/** What `ringback` does with its arguments. Each subcommand is a file beside this one. */
import packageJson from '../../package.json' with { type: 'json' };
import { type Command, fail, print, runCommand } from './command.ts';

/** Each is loaded when it is called: `migrate` needs no web server. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  api: async () => (await import('./api.ts')).api,
  worker: async () => (await import('./worker.ts')).worker,
  migrate: async () => (await import('./migrate.ts')).migrate,
  init: async () => (await import('./init.ts')).init,
  'unlink-host': async () => (await import('./unlinkHost.ts')).unlinkHost,
  doctor: async () => (await import('./doctor.ts')).doctor,
  mail: async () => (await import('./mail.ts')).mail,
  'operator-link': async () => (await import('./operatorLink.ts')).operatorLink,
  sessions: async () => (await import('./sessions.ts')).sessions,
  find: async () => (await import('./find.ts')).find,
  show: async () => (await import('./show.ts')).show,
  retry: async () => (await import('./retry.ts')).retry,
  pause: async () => (await import('./pause.ts')).pause,
  resume: async () => (await import('./pause.ts')).resume,
  policy: async () => (await import('./policy.ts')).policy,
  'rebuild-figures': async () => (await import('./rebuildFigures.ts')).rebuildFigures,
  'export-person': async () => (await import('./exportPerson.ts')).exportPerson,
  'erase-person': async () => (await import('./erasePerson.ts')).erasePerson,
};

/** Runs the command that is named first, and returns its exit code. */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) return print(await help(), 2);
  if (['help', '--help', '-h'].includes(name)) return print(await help(), 0);
  if (['--version', '-v'].includes(name)) return print(`${packageJson.version}\n`, 0);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return fail(`Unknown command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  return runCommand(`ringback ${name}`, await load(), args);
}

async function help(): Promise<string> {
  const commands = Object.entries(COMMANDS).map(async ([name, load]) => {
    const { summary } = await load();
    return `  ${name.padEnd(15)} ${summary}`;
  });
  return `ringback: callback requests for any marketplace

Usage: ringback <command> [options]

${(await Promise.all(commands)).join('\n')}

  --help, -h      shows this, or the options of a command: ringback start --help
  --version, -v   shows the version

Settings are environment variables; docs/settings.md lists them.
`;
}
