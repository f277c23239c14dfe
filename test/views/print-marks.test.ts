/** What stands on every printed sheet of a page. */
import { describe, expect, test } from 'vitest';
import { sheetMarks } from '../../src/views/print-marks.ts';
import { workingTexts } from '../../src/views/working-text.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { judge } from './tiny-view.ts';

const content = tinyHandbook();
const own = { head: 'ST-B-02', status: '内部', foot: '打印件', mark: undefined, draft: false };

describe('a page of the published site', () => {
  test('bears its title and the organisation, or the marks of its document', async () => {
    const { view } = await judge(content);
    expect(sheetMarks(view, '术语', undefined)).toMatchObject({ head: '术语', mark: undefined, draft: false });
    expect(sheetMarks(view, '术语', own)).toBe(own);
    expect(workingTexts(view)).toBeUndefined();
  });
});

describe('a page of the preview', () => {
  test('is a draft whatever it shows, and keeps the mark of a version that is no longer valid', async () => {
    const { view } = await judge(content, { preview: true });
    for (const marks of [undefined, own]) {
      expect(sheetMarks(view, '术语', marks)).toMatchObject({
        mark: '草稿',
        draft: true,
        foot: expect.stringMatching(/^草稿，供评审用，不得作为工作依据 · /) as string,
      });
    }
    expect(sheetMarks(view, '术语', { ...own, mark: '作废' })).toMatchObject({ mark: '作废', draft: true });
  });

  test('lists no working text if all are released', async () => {
    const { view } = await judge(content, { preview: true });
    expect(workingTexts(view)?.rows).toEqual([]);
  });
});
