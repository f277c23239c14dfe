/** What every page does in the browser: theme, search, and states that depend on today. */

const themeSwitch = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
if (themeSwitch) {
  themeSwitch.addEventListener('click', () => {
    const { dataset } = document.documentElement;
    const isDark = dataset['theme'] ? dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    dataset['theme'] = isDark ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', dataset['theme']);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
}

// A page is read long after it was built: what is overdue, and what has become effective, is judged by the reader’s day.
const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
for (const element of document.querySelectorAll<HTMLElement>('[data-due]')) {
  const mark = element.querySelector<HTMLElement>('.overdue');
  if (mark && element.dataset['due'] && element.dataset['due'] < today) mark.hidden = false;
}

for (const element of document.querySelectorAll<HTMLElement>('[data-show-from], [data-hide-from]')) {
  const { showFrom, hideFrom } = element.dataset;
  element.hidden = (showFrom !== undefined && today < showFrom) || (hideFrom !== undefined && hideFrom <= today);
}

// A printed sheet tells where it came from.
const { dataset: marks } = document.documentElement;
if (marks['printFoot']) marks['printFoot'] += ` · ${location.origin}${location.pathname}`;

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());

// In a long list of its chapter a page is in sight.
const chapter = document.querySelector<HTMLElement>('.chapter');
const here = chapter?.querySelector<HTMLElement>('[aria-current]');
if (chapter && here && here.offsetTop > chapter.clientHeight - here.offsetHeight) {
  chapter.scrollTop = here.offsetTop - chapter.clientHeight / 2;
}

if (document.querySelector('.contents')) void import('./contents.ts').then(({ markContents }) => markContents());

// Escape closes the menu, as it closes everything that opens.
const menu = document.querySelector<HTMLDetailsElement>('details.menu');
menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

const diagrams = document.querySelector<HTMLDialogElement>('[data-diagrams]');
if (diagrams) void import('./diagram-dialog.ts').then(({ offerEnlarging }) => offerEnlarging(diagrams));

const dialog = document.querySelector<HTMLDialogElement>('[data-search]');
async function openSearch(): Promise<void> {
  if (!dialog || dialog.open) return;
  const { startSearch } = await import('./search-dialog.ts');
  startSearch(dialog);
}
for (const opener of document.querySelectorAll('[data-search-open]')) {
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    void openSearch();
  });
}
addEventListener('keydown', (event) => {
  const isTyping =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
  if (document.querySelector('dialog[open]')) return;
  const isShortcut = event.key === '/' || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  if (!isShortcut || (isTyping && event.key === '/') || event.isComposing) return;
  event.preventDefault();
  void openSearch();
});
