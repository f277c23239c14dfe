/** Shows what was found: results in the order of rank, versions that are not in force, or what to do if nothing was. */
import type { OldVersion } from '../views/old-versions.ts';
import type { SearchWords } from '../views/search-words.ts';
import { atLeast, counted } from './counted.ts';
import type { Piece } from './excerpt.ts';
import { nameOf, type Result } from './hits.ts';
import type { NearTerm } from './near-terms.ts';
import type { Found, Search } from './search.ts';

/** Results shown at first, and more of them at a time. */
const step = 20;

/** What results are shown with. */
export type Interface = Pick<Search, 'prefix' | 'failed'> & { words: SearchWords };

export interface ResultActions {
  search: (query: string) => void;
  clearFilters: () => void;
  /** Looks in versions that are not in force, too; undefined if it does so already, or cannot. */
  addVersions: (() => void) | undefined;
}

/** Replaces what an element shows; a result that has the focus keeps it. */
export function renderResults(element: HTMLElement, found: Found, shown: Interface, actions: ResultActions): void {
  const { state, results, versions } = found;
  // While the full text is searched and no title fits, what was shown before stays: an empty list would only flicker.
  if (state === 'titles' && results.length === 0) return;
  const focused = element.contains(document.activeElement) ? document.activeElement!.closest('a') : null;
  element.replaceChildren(
    ...notes(found, shown, actions),
    ...(results.length ? resultList(results, shown) : []),
    ...(versions ? versionList(versions, shown) : []),
  );
  // The full text may arrive while a reader is already walking through the titles.
  if (!focused) return;
  const target = focused.closest<HTMLElement>('li[data-target]')?.dataset['target'];
  const same = [...element.querySelectorAll('a')].find(({ href }) => href === focused.href);
  (same ?? element.querySelector<HTMLElement>(`li[data-target="${CSS.escape(target ?? '')}"] > a`))?.focus();
}

function notes(found: Found, shown: Interface, actions: ResultActions): HTMLElement[] {
  const { words, failed } = shown;
  const { state, results, also, meant, unfiltered } = found;
  if (state === 'idle') return [];
  if (state === 'failed') return [note(failed)];
  if (results.length === 0)
    return unfiltered > 0 ? [nothingLeft(found, shown, actions)] : nothingFound(found, shown, actions);
  const list: HTMLElement[] = [];
  if (meant) {
    const suggestion = button(meant, () => actions.search(meant));
    list.push(note(`${words.meant}${words.colon}`, markChinese(suggestion)));
  }
  if (also.length) {
    const others = also.flatMap((word, at) => [at > 0 ? words.comma : '', markChinese(element('span', '', word))]);
    list.push(note(`${words.also}${words.colon}`, ...others));
  }
  return list;
}

/** The filters leave nothing: it says so, and how to get what there is. */
function nothingLeft({ unfiltered, isCut }: Found, { words }: Interface, actions: ResultActions): HTMLElement {
  return note(
    `${counted(words.filtered, atLeast(unfiltered, isCut.unfiltered))} `,
    button(words.clear, () => actions.clearFilters()),
  );
}

/** No dead end: what comes near, and whom to ask. */
function nothingFound(
  { near, keeper, state, versions }: Found,
  { words, prefix }: Interface,
  { addVersions }: ResultActions,
): HTMLElement[] {
  if (state !== 'done' || versions?.length) return [];
  const list = [note(words.noneHint)];
  if (addVersions) list[0]!.append(' ', button(words.addVersions, addVersions));
  if (near.length) {
    const terms = near.flatMap((term, at) => [...(at > 0 ? [words.comma] : []), nearLink(term, prefix)]);
    list.push(note(`${words.near}${words.colon}`, ...terms));
  }
  if (keeper) {
    const holders = nameOf(keeper.holders);
    const role = link(prefix + keeper.path, nameOf(keeper.title));
    list.push(note(`${words.ask}${words.colon}`, role, holders ? ` ${holders}` : ''));
  }
  return list;
}

function nearLink(term: NearTerm, prefix: string): HTMLAnchorElement {
  return typeof term === 'string'
    ? markChinese(link(`${prefix}/search/?q=${encodeURIComponent(term)}`, term))
    : link(prefix + term.path, [term.id.includes(':') ? '' : term.id, nameOf(term)].filter(Boolean).join(' '));
}

function resultList(results: readonly Result[], shown: Interface): HTMLElement[] {
  const list = element('ol');
  const more = button('', () => {
    const [first] = append();
    first?.querySelector('a')?.focus();
  });
  more.className = 'search-more';
  const append = (): HTMLLIElement[] => {
    const from = list.children.length;
    const items = results.slice(from, from + step).map((result) => item(result, shown));
    list.append(...items);
    more.hidden = list.children.length >= results.length;
    more.textContent = counted(shown.words.more, Math.min(step, results.length - list.children.length));
    return items;
  };
  append();
  return [list, more];
}

function item(result: Result, { words }: Interface): HTMLLIElement {
  const entry = element('li');
  entry.dataset['target'] = result.target;
  const anchor = link(result.href, '');
  const meta = element('span', 'result-meta');
  const facts = [result.number, words.kinds[result.kind] ?? ''].filter(Boolean);
  meta.append(...facts.map((fact) => element('span', '', fact)));
  anchor.append(element('span', 'result-title', result.title), meta);
  if (result.section || result.excerpt.length) anchor.append(passage(result.section, result.excerpt));
  entry.append(anchor);
  if (result.sections.length) {
    const sections = element('ul');
    for (const { title, href, excerpt } of result.sections) {
      const section = link(href, '');
      section.append(passage(title, excerpt));
      const line = element('li');
      line.append(section);
      sections.append(line);
    }
    entry.append(sections);
  }
  return entry;
}

/** The section where the answer stands, and a stretch of its text. */
function passage(section: string, excerpt: readonly Piece[]): HTMLParagraphElement {
  const paragraph = element('p');
  if (section) paragraph.append(element('span', 'result-section', section));
  paragraph.append(...excerpt.map(({ text, marked }) => (marked ? element('mark', '', text) : text)));
  return markChinese(paragraph);
}

/** Versions stand below, apart from what is in force, and each says what it is. */
function versionList(versions: readonly OldVersion[], { words, prefix }: Interface): HTMLElement[] {
  const heading = element('h2', '', words.versions);
  if (versions.length === 0) return [heading, note(words.versionsNone)];
  const list = element('ol', 'search-versions');
  for (const version of versions) {
    const entry = element('li');
    const anchor = link(prefix + version.path, '');
    const meta = element('span', 'result-meta');
    const period = [version.from, version.until ?? ''].join('–');
    meta.append(
      element('span', '', version.number),
      element('span', '', version.version),
      element('span', `chip ${version.state}`, words.states[version.state] ?? ''),
      element('span', '', period),
    );
    anchor.append(element('span', 'result-title', nameOf(version)), meta, markChinese(element('p', '', version.what)));
    entry.append(anchor);
    list.append(entry);
  }
  return [heading, list];
}

/** Texts of the handbook stay in its language, whatever that of the interface: screen readers must know. */
function markChinese<Kind extends HTMLElement>(made: Kind): Kind {
  if (document.documentElement.lang === 'en' && /\p{Script=Han}/u.test(made.textContent ?? '')) made.lang = 'zh-CN';
  return made;
}

function note(...content: (string | Node)[]): HTMLParagraphElement {
  const paragraph = element('p', 'search-state');
  paragraph.append(...content);
  return paragraph;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', '', text);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
