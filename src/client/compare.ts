/** Leads from the two versions chosen on a history page to the page that compares them. */

const form = document.querySelector<HTMLFormElement>('[data-compare]');
if (form) {
  const before = form.elements.namedItem('before') as HTMLSelectElement;
  const after = form.elements.namedItem('after') as HTMLSelectElement;
  // The newest stands first in `after`, the next one first in `before`: only earlier ones can come before.
  const limit = () => {
    for (const [index, option] of [...before.options].entries()) option.disabled = index < after.selectedIndex;
    if (before.selectedIndex < after.selectedIndex) before.selectedIndex = after.selectedIndex;
  };
  after.addEventListener('change', limit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const segment = (version: string) => version.replaceAll('/', '-').toLowerCase();
    const pattern = form.dataset['compare'] ?? '';
    location.href = pattern.replace('before', segment(before.value)).replace('after', segment(after.value));
  });
}

export {};
