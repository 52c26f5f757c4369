/** The `ringback` command in the test's own process, so that the program is loaded once; process.ts beside this file starts processes. */
import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface Finished {
  exitCode: number;
  /** What it wrote to both outputs, in order. */
  output: string;
  /** What programs read of it. */
  stdout: string;
}

/** Runs `ringback` with these arguments, and with nothing in its environment but these settings. */
export async function runRingback(args: string[], settings: Record<string, string>): Promise<Finished> {
  const { env } = process;
  const written = { output: '', stdout: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written.output += text;
      if (name === 'stdout') written.stdout += text;
      return true;
    }),
  );
  process.env = { PATH: env.PATH, HOME: env.HOME, CONSOLE_PATH: 'off', ...settings };
  try {
    return { exitCode: await main(args), ...written };
  } finally {
    process.env = env;
    for (const spy of spies) spy.mockRestore();
  }
}
