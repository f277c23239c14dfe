/** All rules, in the order of their ids. A new rule is one new file, one line here and its two fixtures. */
import type { Rule } from './rule.ts';
import { app01 } from './rules/app-01.ts';
import { app02 } from './rules/app-02.ts';
import { app03 } from './rules/app-03.ts';
import { app04 } from './rules/app-04.ts';
import { app05 } from './rules/app-05.ts';
import { app06 } from './rules/app-06.ts';
import { cls01 } from './rules/cls-01.ts';
import { cls03 } from './rules/cls-03.ts';
import { dat01 } from './rules/dat-01.ts';
import { dat02 } from './rules/dat-02.ts';
import { dat03 } from './rules/dat-03.ts';
import { dat04 } from './rules/dat-04.ts';
import { dat05 } from './rules/dat-05.ts';
import { dat06 } from './rules/dat-06.ts';
import { dat07 } from './rules/dat-07.ts';
import { dis01 } from './rules/dis-01.ts';
import { dis02 } from './rules/dis-02.ts';
import { led02 } from './rules/led-02.ts';
import { map01 } from './rules/map-01.ts';
import { map02 } from './rules/map-02.ts';
import { map03 } from './rules/map-03.ts';
import { map04 } from './rules/map-04.ts';
import { map05 } from './rules/map-05.ts';
import { map06 } from './rules/map-06.ts';
import { map07 } from './rules/map-07.ts';
import { map08 } from './rules/map-08.ts';
import { map09 } from './rules/map-09.ts';
import { map10 } from './rules/map-10.ts';
import { map11 } from './rules/map-11.ts';
import { map12 } from './rules/map-12.ts';
import { num01 } from './rules/num-01.ts';
import { num02 } from './rules/num-02.ts';
import { num03 } from './rules/num-03.ts';
import { num04 } from './rules/num-04.ts';
import { obj01 } from './rules/obj-01.ts';
import { obj02 } from './rules/obj-02.ts';
import { org01 } from './rules/org-01.ts';
import { rac01 } from './rules/rac-01.ts';
import { rac02 } from './rules/rac-02.ts';
import { rac03 } from './rules/rac-03.ts';
import { rac04 } from './rules/rac-04.ts';
import { rec01 } from './rules/rec-01.ts';
import { ref01 } from './rules/ref-01.ts';
import { ref02 } from './rules/ref-02.ts';
import { ref03 } from './rules/ref-03.ts';
import { ref04 } from './rules/ref-04.ts';
import { ref05 } from './rules/ref-05.ts';
import { ref06 } from './rules/ref-06.ts';
import { ref07 } from './rules/ref-07.ts';
import { ref08 } from './rules/ref-08.ts';
import { rev01 } from './rules/rev-01.ts';
import { rol01 } from './rules/rol-01.ts';
import { rol02 } from './rules/rol-02.ts';
import { rol03 } from './rules/rol-03.ts';
import { rol04 } from './rules/rol-04.ts';
import { rol05 } from './rules/rol-05.ts';
import { rol06 } from './rules/rol-06.ts';
import { sig01 } from './rules/sig-01.ts';
import { sig02 } from './rules/sig-02.ts';
import { sig03 } from './rules/sig-03.ts';
import { sig04 } from './rules/sig-04.ts';
import { src07 } from './rules/src-07.ts';
import { srv01 } from './rules/srv-01.ts';
import { str01 } from './rules/str-01.ts';
import { str02 } from './rules/str-02.ts';
import { str03 } from './rules/str-03.ts';
import { str04 } from './rules/str-04.ts';
import { trl01 } from './rules/trl-01.ts';
import { trl02 } from './rules/trl-02.ts';
import { txt01 } from './rules/txt-01.ts';
import { txt02 } from './rules/txt-02.ts';
import { txt03 } from './rules/txt-03.ts';
import { txt04 } from './rules/txt-04.ts';
import { txt05 } from './rules/txt-05.ts';
import { txt06 } from './rules/txt-06.ts';
import { txt07 } from './rules/txt-07.ts';
import { txt08 } from './rules/txt-08.ts';
import { txt09 } from './rules/txt-09.ts';
import { txt10 } from './rules/txt-10.ts';
import { txt11 } from './rules/txt-11.ts';
import { txt12 } from './rules/txt-12.ts';
import { txt13 } from './rules/txt-13.ts';
import { ver01 } from './rules/ver-01.ts';
import { ver02 } from './rules/ver-02.ts';
import { ver03 } from './rules/ver-03.ts';
import { ver04 } from './rules/ver-04.ts';
import { ver05 } from './rules/ver-05.ts';
import { ver06 } from './rules/ver-06.ts';
import { ver07 } from './rules/ver-07.ts';
import { ver08 } from './rules/ver-08.ts';
import { ver09 } from './rules/ver-09.ts';
import { ver10 } from './rules/ver-10.ts';
import { ver11 } from './rules/ver-11.ts';

export const rules: readonly Rule[] = [
  app01,
  app02,
  app03,
  app04,
  app05,
  app06,
  cls01,
  cls03,
  dat01,
  dat02,
  dat03,
  dat04,
  dat05,
  dat06,
  dat07,
  dis01,
  dis02,
  led02,
  map01,
  map02,
  map03,
  map04,
  map05,
  map06,
  map07,
  map08,
  map09,
  map10,
  map11,
  map12,
  num01,
  num02,
  num03,
  num04,
  obj01,
  obj02,
  org01,
  rac01,
  rac02,
  rac03,
  rac04,
  rec01,
  ref01,
  ref02,
  ref03,
  ref04,
  ref05,
  ref06,
  ref07,
  ref08,
  rev01,
  rol01,
  rol02,
  rol03,
  rol04,
  rol05,
  rol06,
  sig01,
  sig02,
  sig03,
  sig04,
  src07,
  srv01,
  str01,
  str02,
  str03,
  str04,
  trl01,
  trl02,
  txt01,
  txt02,
  txt03,
  txt04,
  txt05,
  txt06,
  txt07,
  txt08,
  txt09,
  txt10,
  txt11,
  txt12,
  txt13,
  ver01,
  ver02,
  ver03,
  ver04,
  ver05,
  ver06,
  ver07,
  ver08,
  ver09,
  ver10,
  ver11,
];
