/** The search: English. */
import type { search as chinese } from '../zh-CN/search.ts';

export const search: typeof chinese = {
  search: 'Search',
  searchLabel: 'Search documents, clauses and roles',
  searchHint: 'A title, a number, a clause or a question',
  searchNone: 'No results',
  searchNoneHint: 'Nothing was found. Try other words, or fewer of them.',
  searchPreviewHint: 'The preview searches numbers and titles only; the text is indexed when the site is built.',
  searchNear: 'Something near',
  searchAsk: 'You can ask',
  searchFiltered: (count) =>
    `Nothing fits the filters; without them there ${count === 1 ? 'is 1 result' : `are ${count} results`}.`,
  searchClear: 'Clear filters',
  searchAlso: 'Also searched',
  searchMeant: 'Did you mean',
  searchCount: (count) => (count === 1 ? '1 result' : `${count} results`),
  searchMore: (count) => `Show ${count} more`,
  searchMoreFilters: 'More filters and old versions',
  searchVersions: 'Include old versions',
  searchVersionsTitle: 'Versions that are not in force',
  searchVersionsNone: 'No such version was found.',
  searchKeys: 'Arrow keys choose, Enter opens.',
  searchNeedsScript: 'Search needs JavaScript. You can also look through the register of documents.',
  searchFailed: 'The search index could not be loaded. Reload the page, or use the register of documents.',
};
