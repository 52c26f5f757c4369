/** The inner functions that ask who acts, read from their files: the mutants are made of them. */
import { buildScript } from '../../../src/script.ts';

export interface AskingFunction {
  name: string;
  /** The parameter that names who acts. */
  parameter: string;
  /** The functions in `public` that call it. */
  callers: string[];
}

export function askingFunctions(): AskingFunction[] {
  const bodies = bodiesOf();
  return [...bodies].flatMap(([qualified, body]) => {
    const [, name] = /^callback_private\.(\w+)$/.exec(qualified) ?? [];
    const [, parameter] = /callback_private\.acting_user\((p_\w+)\)/.exec(body) ?? [];
    if (!name || !parameter || name === 'acting_user') return [];
    const callers = [...bodies.keys()].filter(
      (caller) => caller.startsWith('public.') && bodies.get(caller)?.includes(`${qualified}(`),
    );
    return { name, parameter, callers: callers.map((caller) => caller.replace('public.', '')) };
  });
}

/** Each function's text, from its name to the end of its body. */
function bodiesOf(): Map<string, string> {
  const texts = buildScript().files.flatMap(({ sql }) => sql.split(/^(?=create or replace function )/m));
  return new Map(
    texts.flatMap((text) => {
      const [, name] = /^create or replace function ([\w.]+)\(/.exec(text) ?? [];
      return name ? [[name, text.split(/\n(?:end )?\$\$;/, 1)[0] ?? ''] as const] : [];
    }),
  );
}
