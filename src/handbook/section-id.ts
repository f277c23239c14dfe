/** The anchor of a section: its number where it has one, so that a link survives a new wording. */
import { slug } from 'github-slugger';

/**
 * `8.6.1 事件管理` → `8.6.1`; `附件2 职责分配表` → `附件2`; otherwise a slug of the text. A repeated id gets `-1`, `-2` …
 * @param taken how often each id was given so far on the page; updated
 */
export function sectionId(title: string, taken: Map<string, number>): string {
  const base = /^(?:附件|附录)?\d+(?:\.\d+)*/.exec(title)?.[0] ?? (slug(title) || 'section');
  let count = taken.get(base) ?? 0;
  // A heading may be called as another one was made to be: 说明, 说明, 说明-1.
  while (count > 0 && taken.has(`${base}-${count}`)) count += 1;
  taken.set(base, count + 1);
  if (count === 0) return base;
  taken.set(`${base}-${count}`, 1);
  return `${base}-${count}`;
}
