/** Searches for what stands in a field, at every change of it, and moves through the results by keyboard. */
import { atLeast, counted } from './counted.ts';
import type { FilterControls } from './filter-controls.ts';
import { renderResults, type Interface } from './result-list.ts';
import type { Found, Request, Search } from './search.ts';

/** The elements in which one searches. */
export interface SearchArea {
  input: HTMLInputElement;
  /** Shows the results. It carries `aria-busy` while more is to come, and `data-query` once they are complete. */
  results: HTMLElement;
  /** Says how many there are, once they are complete. */
  status: HTMLElement;
  /** Whether versions that are not in force are wanted, too. */
  versions?: HTMLInputElement | undefined;
}

export interface Searching {
  /** Searches at once if anything was changed; resolves when the results are complete. */
  update: () => Promise<void>;
  /** What was found last. */
  found: () => Found | undefined;
  setControls: (controls: FilterControls) => void;
}

/** @param completed is told of everything whose results are complete */
export function searchWhileTyping(
  { input, results, status, versions }: SearchArea,
  search: Search,
  completed: (request: Request) => void = () => undefined,
): Searching {
  let running = new AbortController();
  let latest: { asked: string; done: Promise<void> } | undefined;
  let last: Found | undefined;
  let controls: FilterControls | undefined;
  const addVersions = () => {
    if (!versions) return;
    versions.checked = true;
    versions.focus();
    void update();
  };
  const actions = {
    search: (query: string) => {
      input.value = query;
      input.focus();
      void update();
    },
    clearFilters: () => {
      controls?.set({});
      input.focus();
      void update();
    },
  };
  const run = async (request: Request, signal: AbortSignal) => {
    results.ariaBusy = 'true';
    const words = await search.words().catch(() => undefined);
    if (signal.aborted) return;
    if (!words) {
      results.ariaBusy = 'false';
      results.textContent = search.failed;
      return;
    }
    const shown = { ...search, words };
    for await (const found of search.find(request, signal)) {
      if (signal.aborted) return;
      last = found;
      if (found.counts) controls?.count(found.counts, found.isCut);
      renderResults(results, found, shown, {
        ...actions,
        addVersions: versions && !request.versions ? addVersions : undefined,
      });
    }
    if (signal.aborted) return;
    results.ariaBusy = 'false';
    results.dataset['query'] = request.query;
    status.textContent = last ? announcement(last, shown) : '';
    completed(request);
  };
  let isComposing = false;
  const update = (): Promise<void> => {
    // What an input method has not finished is not yet what is meant, whoever asks: the filters ask when they come.
    if (isComposing) return latest?.done ?? Promise.resolve();
    const request = {
      query: input.value.trim(),
      filters: controls?.filters() ?? {},
      versions: versions?.checked ?? false,
    };
    const asked = JSON.stringify(request);
    if (latest?.asked === asked) return latest.done;
    running.abort();
    running = new AbortController();
    latest = { asked, done: run(request, running.signal) };
    return latest.done;
  };
  input.addEventListener('compositionstart', () => (isComposing = true));
  input.addEventListener('compositionend', () => {
    isComposing = false;
    void update();
  });
  input.addEventListener('input', () => void update());
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before it tells of the key that ended it; only the code 229, out of use otherwise,
    // still says that an input method has taken it.
    const isTaken = event.isComposing || Reflect.get(event, 'keyCode') === 229;
    if (event.key === 'Enter' && isTaken) event.preventDefault();
  });
  versions?.addEventListener('change', () => void update());
  return {
    update,
    found: () => last,
    setControls: (made) => {
      controls = made;
      if (last?.counts) controls.count(last.counts, last.isCut);
    },
  };
}

function announcement({ state, results, versions = [], isCut }: Found, { words }: Interface): string {
  const count = results.length + versions.length;
  if (state !== 'done') return '';
  if (count === 0) return words.none;
  return count === 1 ? words.one : counted(words.many, atLeast(count, isCut.results));
}

/** Arrow keys move through the field and the results, Home and End to the first and the last one, letters go on in the field. */
export function moveByKeyboard(area: HTMLElement, input: HTMLInputElement, results: HTMLElement): void {
  area.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops: HTMLElement[] = [input, ...results.querySelectorAll('a')];
    const place = stops.indexOf(document.activeElement as HTMLElement);
    // Lists of filters and the page itself have arrow keys of their own.
    if (place < 0) return;
    const next = {
      ArrowDown: stops[place + 1],
      ArrowUp: stops[place - 1],
      Home: place > 0 ? stops[1] : undefined,
      End: place > 0 ? stops.at(-1) : undefined,
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (place > 0 && /^[\p{L}\p{N}]$/u.test(event.key)) input.focus();
  });
}
