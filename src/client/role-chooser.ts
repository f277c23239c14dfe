/** Chooses one’s roles: the box of the home page and of “my role”, and the button on the page of a role. */
import { myRoles, setMyRoles } from './my-roles.ts';

const box = document.querySelector<HTMLElement>('[data-role-chooser]');
const form = box?.querySelector('form');
if (box && form) {
  const select = form.querySelector('select')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (select.value) setMyRoles([...new Set([...myRoles(), select.value])]);
    select.value = '';
  });
  form.querySelector('[data-clear]')?.addEventListener('click', () => {
    setMyRoles([]);
    select.focus();
  });
  const show = () => {
    // A role that no longer exists is not shown; it goes with the next choice.
    const options = new Map([...select.options].map((option) => [option.value, option]));
    const chosen = myRoles().filter((id) => options.has(id));
    const list = box.querySelector<HTMLElement>('[data-chosen]')!;
    list.replaceChildren(...chosen.map((id) => chip(id, options.get(id)!.text)));
    list.hidden = chosen.length === 0;
    for (const option of options.values()) option.disabled = chosen.includes(option.value);
    for (const more of box.querySelectorAll<HTMLElement>('[data-clear], [data-open]')) {
      more.hidden = chosen.length === 0;
    }
  };
  const chip = (id: string, title: string) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = box.dataset['path']!.replace('{id}', id);
    link.textContent = title;
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = '×';
    remove.ariaLabel = box.dataset['remove']!.replace('{role}', title);
    remove.addEventListener('click', () => {
      setMyRoles(myRoles().filter((other) => other !== id));
      select.focus();
    });
    item.className = 'chip';
    item.append(link, remove);
    return item;
  };
  document.addEventListener('my-roles', show);
  show();
}

const toggle = document.querySelector<HTMLButtonElement>('[data-my-role-toggle]');
if (toggle) {
  const id = toggle.dataset['myRoleToggle']!;
  const show = () => {
    toggle.ariaPressed = String(myRoles().includes(id));
  };
  toggle.addEventListener('click', () => {
    const others = myRoles().filter((other) => other !== id);
    setMyRoles(myRoles().includes(id) ? others : [...others, id]);
    show();
  });
  show();
}
