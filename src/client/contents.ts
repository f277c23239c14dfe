/** Marks the section that is being read in the contents of the page. */

/** Headings this far below the place to which a link scrolls count as having reached it: positions are rounded. */
const tolerance = 8;

/** Follows the reader from now on. */
export function markContents(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [anchorOf(link.hash), link]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  let isAsked = false;
  const follow = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const current = sectionRead(headings);
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    });
  };
  for (const event of ['scroll', 'hashchange', 'resize']) addEventListener(event, follow, { passive: true });
  follow();
}

/**
 * The last heading that has reached the place to which a link scrolls. The last sections of a page cannot be scrolled
 * so far: there it is the one that was asked for.
 */
function sectionRead(headings: readonly HTMLElement[]): HTMLElement | undefined {
  const { scrollHeight } = document.documentElement;
  const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + tolerance;
  const asked = headings.find(({ id }) => id === anchorOf(location.hash));
  const isEnd = innerHeight + scrollY >= scrollHeight - tolerance;
  if (isEnd && asked && asked.getBoundingClientRect().top >= line) return asked;
  return headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
}

function anchorOf(hash: string): string {
  return decodeURIComponent(hash.slice(1));
}
