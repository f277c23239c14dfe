/** All rules, in the order of their ids. A new rule is one new file, one line here and its two fixtures. */
import type { Rule } from './rule.ts';
import { app01 } from './rules/app-01.ts';
import { app02 } from './rules/app-02.ts';
import { app03 } from './rules/app-03.ts';
import { dat01 } from './rules/dat-01.ts';
import { led02 } from './rules/led-02.ts';
import { map01 } from './rules/map-01.ts';
import { map02 } from './rules/map-02.ts';
import { map03 } from './rules/map-03.ts';
import { map05 } from './rules/map-05.ts';
import { map08 } from './rules/map-08.ts';
import { map09 } from './rules/map-09.ts';
import { num01 } from './rules/num-01.ts';
import { num02 } from './rules/num-02.ts';
import { org01 } from './rules/org-01.ts';
import { ref01 } from './rules/ref-01.ts';
import { ref04 } from './rules/ref-04.ts';
import { ref05 } from './rules/ref-05.ts';
import { ref07 } from './rules/ref-07.ts';
import { ref08 } from './rules/ref-08.ts';
import { rol01 } from './rules/rol-01.ts';
import { rol02 } from './rules/rol-02.ts';
import { rol03 } from './rules/rol-03.ts';
import { src07 } from './rules/src-07.ts';
import { str01 } from './rules/str-01.ts';
import { str02 } from './rules/str-02.ts';
import { trl01 } from './rules/trl-01.ts';
import { txt05 } from './rules/txt-05.ts';
import { ver01 } from './rules/ver-01.ts';
import { ver02 } from './rules/ver-02.ts';
import { ver03 } from './rules/ver-03.ts';
import { ver05 } from './rules/ver-05.ts';
import { ver07 } from './rules/ver-07.ts';
import { ver08 } from './rules/ver-08.ts';

export const rules: readonly Rule[] = [
  app01,
  app02,
  app03,
  dat01,
  led02,
  map01,
  map02,
  map03,
  map05,
  map08,
  map09,
  num01,
  num02,
  org01,
  ref01,
  ref04,
  ref05,
  ref07,
  ref08,
  rol01,
  rol02,
  rol03,
  src07,
  str01,
  str02,
  trl01,
  txt05,
  ver01,
  ver02,
  ver03,
  ver05,
  ver07,
  ver08,
];
