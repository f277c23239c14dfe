import { expect, test } from 'vitest';
import { headingLevels } from '../../src/views/heading-levels.ts';

test.each([
  ['begins below the heading of the page', [2, 3, 3, 2], [3, 4, 4, 3]],
  ['skips no level where a text does', [3, 5, 3, 3], [3, 4, 3, 3]],
  ['keeps what is beside another heading beside it', [3, 4, 4, 3], [3, 4, 4, 3]],
  ['comes up again where a stretch began deep', [4, 3, 4], [3, 3, 4]],
  ['leaves alone what is no heading', [undefined, 2, undefined, 3], [undefined, 3, undefined, 4]],
  ['ends at six', [1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]],
])('a level %s', (_what, depths, levels) => {
  expect(headingLevels(depths, 2)).toEqual(levels);
});
