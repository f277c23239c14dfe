/** The controls of the filters: a row of kinds and, where there is room, a list for every other facet. */
import type { SearchIndex } from '../views/search-targets.ts';
import type { SearchWords } from '../views/search-words.ts';
import { atLeast } from './counted.ts';
import { facets, isFiltered, type Counts, type Facet, type Filters } from './facets.ts';
import { nameOf } from './hits.ts';
import type { Cut } from './search.ts';

export interface FilterControls {
  filters: () => Filters;
  set: (filters: Filters) => void;
  /** Shows how many results each value would leave, or how many at least. */
  count: (counts: Counts, isCut: Cut) => void;
}

interface Option {
  value: string;
  text: string;
}

/**
 * Builds the controls within an element: all of them if it says so (`data-search-filters="all"`), else kinds only.
 * @param changed is called when a reader changes a filter
 */
export function filterControls(
  element: HTMLElement,
  index: SearchIndex,
  words: SearchWords,
  changed: () => void,
): FilterControls {
  const options = optionsOf(index, words);
  let chosen: Filters = {};
  const choose = (facet: Facet, value: string | undefined) => {
    const { [facet]: _before, ...others } = chosen;
    chosen = value ? { ...others, [facet]: value } : others;
    show();
    changed();
  };

  const chips = document.createElement('div');
  chips.className = 'search-kinds';
  chips.role = 'group';
  chips.ariaLabel = words.facets['kind'] ?? '';
  const buttons = options.kind.map(({ value, text }) => {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.dataset['value'] = value;
    chip.append(text, document.createElement('span'));
    chip.addEventListener('click', () => choose('kind', chosen.kind === value ? undefined : value));
    return chip;
  });
  chips.append(...buttons);

  const isAll = element.dataset['searchFilters'] === 'all';
  const lists = facets
    .filter((facet) => isAll && facet !== 'kind' && options[facet].length > 1)
    .map((facet) => {
      const label = document.createElement('label');
      const select = document.createElement('select');
      select.name = facet;
      select.addEventListener('change', () => choose(facet, select.value || undefined));
      label.append(words.facets[facet] ?? '', select);
      return { facet, label, select };
    });

  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'search-clear';
  clear.textContent = words.clear;
  clear.addEventListener('click', () => {
    chosen = {};
    show();
    changed();
    // The button goes with the last filter; the focus must not be lost with it.
    buttons[0]?.focus();
  });
  const row = document.createElement('div');
  row.className = 'search-facets';
  row.append(...lists.map(({ label }) => label));
  // On a phone they would fill the screen: there they are folded.
  const fold = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.filters;
  fold.append(summary, row);
  fold.open = matchMedia('(min-width: 40rem)').matches;
  element.replaceChildren(chips, ...(lists.length ? [fold] : []), clear);

  let known: Counts | undefined;
  let cut: Cut = { results: false, unfiltered: false };
  /** With the values that are chosen it is the results that are counted. */
  const isLeast = (facet: Facet, value: string) => (chosen[facet] === value ? cut.results : cut.unfiltered);
  const show = () => {
    for (const chip of buttons) {
      const value = chip.dataset['value']!;
      const count = known?.kind.get(value) ?? 0;
      chip.ariaPressed = String(chosen.kind === value);
      // Where not all was read, nothing was found is not the same as nothing is there.
      const isOpen = known === undefined || (count === 0 && isLeast('kind', value));
      chip.lastElementChild!.textContent = isOpen ? '' : atLeast(count, isLeast('kind', value));
      chip.disabled = !isOpen && count === 0 && chosen.kind !== value;
    }
    for (const { facet, select } of lists) fill(select, facet);
    clear.hidden = !isFiltered(chosen);
  };
  const fill = (select: HTMLSelectElement, facet: Facet) => {
    const counts = known?.[facet];
    const wanted = chosen[facet] ?? '';
    const offered = options[facet].filter(
      ({ value }) => value === wanted || isLeast(facet, value) || (counts?.get(value) ?? 0) > 0,
    );
    // An address may hold a value that does not exist.
    if (wanted && !offered.some(({ value }) => value === wanted)) offered.push({ value: wanted, text: wanted });
    const made = offered.map(({ value, text }) => {
      const count = counts?.get(value) ?? 0;
      const least = isLeast(facet, value);
      return new Option(counts && !(least && count === 0) ? `${text} (${atLeast(count, least)})` : text, value);
    });
    select.replaceChildren(new Option(words.all, ''), ...made);
    select.value = wanted;
  };
  show();

  return {
    filters: () => chosen,
    set: (filters) => {
      chosen = filters;
      if (facets.some((facet) => facet !== 'kind' && filters[facet])) fold.open = true;
      show();
    },
    count: (counts, isCut) => {
      known = counts;
      cut = isCut;
      show();
    },
  };
}

/** The values of every facet, in the order in which the handbook has them. */
function optionsOf({ targets, classifications = [] }: SearchIndex, words: SearchWords): Record<Facet, Option[]> {
  const ofKind = (kind: string, text: (target: (typeof targets)[number], value: string) => string): Option[] =>
    targets
      .filter((target) => target.kind === kind)
      .map((target) => {
        const value = target.id.replace(/^\w+:/, '');
        return { value, text: text(target, value) };
      });
  const found = <Value>(values: readonly Value[]) => [...new Set(values)];
  return {
    kind: found(targets.map(({ kind }) => kind)).map((value) => ({ value, text: words.kinds[value] ?? value })),
    level: found(targets.flatMap(({ level }) => level ?? []))
      .sort()
      .map((level) => ({ value: String(level), text: words.levels[level] ?? String(level) })),
    department: ofKind('department', nameOf),
    role: ofKind('role', nameOf),
    clause: ofKind('clause', (target, value) => {
      const depth = value.split('.').length - 1;
      return `${'\u2003'.repeat(depth)}${value} ${nameOf(target)}`;
    }),
    classification: classifications.map((classification) => ({
      value: classification.id,
      text: nameOf(classification),
    })),
  };
}
