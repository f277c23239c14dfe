/** Diagrams seen large: a button at each opens a dialog in which it is zoomed and moved by keyboard. */

const step = 1.25;
const smallest = 0.25;
const largest = 6;
/** Text of a diagram is small when it fits a narrow window; it opens at least this large, at most as wide as the window. */
const readable = 1;

interface Opened {
  svg: SVGSVGElement;
  /** Stands where the diagram stood, and is as large. */
  gap: HTMLElement;
  scale: number;
}

/** Puts a button at every diagram of the page. */
export function offerEnlarging(dialog: HTMLDialogElement): void {
  const view = dialog.querySelector<HTMLElement>('.diagram-view')!;
  let opened: Opened | undefined;

  const naturalWidth = (svg: SVGSVGElement) => svg.viewBox.baseVal.width;
  const fit = (svg: SVGSVGElement) => (view.clientWidth - 32) / naturalWidth(svg);
  const zoom = (scale: number) => {
    if (!opened) return;
    opened.scale = Math.min(largest, Math.max(smallest, scale));
    // Styles set by a script are not inline styles of the page, so its policy lets them be.
    opened.svg.style.width = `${Math.round(naturalWidth(opened.svg) * opened.scale)}px`;
  };
  const act = (action: string | undefined) => {
    if (!opened) return;
    if (action === 'larger') zoom(opened.scale * step);
    if (action === 'smaller') zoom(opened.scale / step);
    if (action === 'fit') zoom(fit(opened.svg));
    if (action === 'close') dialog.close();
  };
  const open = (svg: SVGSVGElement) => {
    const { width, height } = svg.getBoundingClientRect();
    const gap = document.createElement('div');
    gap.style.width = `${width}px`;
    gap.style.height = `${height}px`;
    svg.replaceWith(gap);
    // The drawing itself, not a copy: its ids must stay unique.
    view.replaceChildren(svg);
    const title = svg.querySelector('title')?.textContent ?? '';
    dialog.setAttribute('aria-label', title);
    view.setAttribute('aria-label', title);
    opened = { svg, gap, scale: 1 };
    dialog.showModal();
    zoom(Math.max(readable, Math.min(fit(svg), 1.6)));
    view.focus();
  };

  dialog.addEventListener('close', () => {
    if (!opened) return;
    opened.svg.style.removeProperty('width');
    opened.gap.replaceWith(opened.svg);
    opened = undefined;
  });
  dialog.addEventListener('click', ({ target }) => {
    act((target as HTMLElement).closest<HTMLElement>('[data-zoom]')?.dataset['zoom']);
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = { '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'fit' }[event.key];
    if (!action) return;
    event.preventDefault();
    act(action);
  });

  for (const figure of document.querySelectorAll<HTMLElement>('figure.diagram')) {
    const svg = figure.querySelector('svg');
    if (!svg) continue;
    const frame = document.createElement('div');
    frame.className = 'diagram-frame';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = dialog.dataset['open'] ?? '';
    button.addEventListener('click', () => open(svg));
    figure.replaceWith(frame);
    frame.append(figure, button);
  }
}
