/** The demo's countries, in the order in which their people are numbered. */
import type { Country } from '../country.ts';
import { brazil } from './brazil.ts';
import { china } from './china.ts';
import { egypt } from './egypt.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { ghana } from './ghana.ts';
import { greece } from './greece.ts';
import { india } from './india.ts';
import { israel } from './israel.ts';
import { japan } from './japan.ts';
import { nigeria } from './nigeria.ts';
import { poland } from './poland.ts';
import { southKorea } from './southKorea.ts';
import { spain } from './spain.ts';
import { thailand } from './thailand.ts';
import { ukraine } from './ukraine.ts';
import { unitedKingdom } from './unitedKingdom.ts';
import { unitedStates } from './unitedStates.ts';

export const COUNTRIES: Country[] = [
  ghana,
  nigeria,
  unitedStates,
  unitedKingdom,
  france,
  germany,
  spain,
  brazil,
  poland,
  ukraine,
  greece,
  egypt,
  israel,
  india,
  thailand,
  china,
  japan,
  southKorea,
];
