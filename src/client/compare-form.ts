/** The form that chooses two versions: only earlier ones can come before. */

const form = document.querySelector<HTMLFormElement>('[data-compare]');
if (form) {
  const before = form.elements.namedItem('before') as HTMLSelectElement;
  const after = form.elements.namedItem('after') as HTMLSelectElement;
  // The newest stands first in `after`, the next one first in `before`.
  const limit = () => {
    for (const [index, option] of [...before.options].entries()) option.disabled = index < after.selectedIndex;
    if (before.selectedIndex < after.selectedIndex) before.selectedIndex = after.selectedIndex;
  };
  const asked = new URLSearchParams(location.search);
  for (const select of [after, before]) {
    const value = asked.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value!;
  }
  limit();
  after.addEventListener('change', limit);
}

export {};
