/** The parameters of the functions in `public`, read from their files. */
import { readGrants } from '../../../src/grants.ts';
import { buildScript } from '../../../src/script.ts';

/** Name and type of each parameter of a function in `public`, as its file writes them. */
export function parametersOf(name: string): { name: string; type: string }[] {
  const parameters = SIGNATURES.get(`public.${name}`) ?? '';
  return parameters.split(', ').flatMap((parameter) => {
    const [named, type] = parameter.split(' ');
    return named && type ? [{ name: named, type }] : [];
  });
}

const SIGNATURES = new Map(
  buildScript()
    .files.flatMap(readGrants)
    .map(({ signature }) => [signature.replace(/\(.*/, ''), signature.replace(/^[^(]*\(|\)$/g, '')]),
);
