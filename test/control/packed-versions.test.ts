import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../src/control/packed-versions.ts';
import { versionText } from '../../src/views/version-text.ts';
import { open, withHistory } from '../views/tiny-view.ts';

describe('the versions of a document in one file', () => {
  const { library, view } = open(withHistory());
  const texts = new Map(
    library.releases
      .filter(({ number }) => number === 'ST-B-02')
      .map((release) => [release.version, versionText(view, library.read(release)!)]),
  );

  it('come out as they went in', () => {
    const file = JSON.parse(JSON.stringify(packed(texts))) as ReturnType<typeof packed>;
    expect(texts.size).toBeGreaterThan(2);
    for (const [version, text] of texts) expect(unpacked(file, version)).toEqual(JSON.parse(JSON.stringify(text)));
  });

  it('hold once what they share', () => {
    const all = [...texts.values()].flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks));
    expect(packed(texts).blocks.length).toBeLessThan(all.length / 2);
  });

  it('are told apart from a version that there is not', () => {
    expect(() => unpacked(packed(texts), 'z-9')).toThrow(RangeError);
  });
});
