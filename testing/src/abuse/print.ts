/** The tables of a simulated month. */
import { tableOf } from '../table.ts';
import { type Figures, percent } from './figures.ts';

export function printFigures({ honest, abuse, adapting, promises }: Figures): string {
  return [
    tableOf(honest.map(honestRow)),
    tableOf(abuse.map(abuseRow)),
    tableOf(adapting.map(adaptingRow)),
    ...promises.map(({ what, figure, kept, isHard }) => {
      const verdict = kept ? 'kept' : isHard ? 'BROKEN' : 'not reached';
      return `${verdict.padEnd(11)}  ${what}: ${figure}`;
    }),
  ]
    .join('\n\n')
    .replaceAll(/\n\n(?=kept|BROKEN|not reached)/g, '\n')
    .replace(/\n(?=kept|BROKEN|not)/, '\n\n');
}

function honestRow({ habit, requests, held, refused, code, limited }: Figures['honest'][number]) {
  const of = (number: number) => percent(requests === 0 ? 0 : number / requests, 2);
  return {
    ...{ 'honest buyers': habit.replace('_', '-'), requests, held: of(held), refused: of(refused) },
    ...{ 'asked for a code': of(code), 'daily limit': of(limited) },
  };
}

function abuseRow({ kind, attempts, stopped, by, code, firstStop }: Figures['abuse'][number]) {
  return {
    ...{ 'plain abuse': kind, attempts, stopped: percent(stopped), 'by risk': percent(by.risk) },
    ...{ 'by limits': percent(by.limit), 'by other rules': percent(by.rules) },
    ...{ 'asked for a code': percent(code), 'first stop': firstStop ?? 'never' },
  };
}

function adaptingRow(row: Figures['adapting'][number]) {
  const { kind, attempts, successes, accounts, addresses, devices, numbers, texts, hours } = row;
  const each = (cost: number) => (successes === 0 ? '∞' : cost.toFixed(2));
  return {
    ...{ 'adapting: one success costs': kind, attempts, successes, accounts: each(accounts) },
    ...{ devices: each(devices), addresses: each(addresses), numbers: each(numbers) },
    ...{ texts: each(texts), hours: each(hours) },
  };
}
