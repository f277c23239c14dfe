/** What the versions of a document say, for the page on which the browser compares any two (compare/index.astro). */
import type { APIRoute } from 'astro';
import { packed } from '../../../../control/packed-versions.ts';
import { releasesOf } from '../../../../control/state.ts';
import { versionSegment } from '../../../../handbook/address.ts';
import type { Language } from '../../../../i18n/index.ts';
import { diagramPictures } from '../../../../markdown/pictures.ts';
import { openPage, routes, unchanged } from '../../../../page.ts';
import { comparisonSources, hasDistantVersions } from '../../../../views/comparison-page.ts';
import { documentsWithHistory } from '../../../../views/history-page.ts';
import { versionText } from '../../../../views/version-text.ts';

export const getStaticPaths = () =>
  routes(({ library, handbook }) =>
    documentsWithHistory(library).flatMap(({ number }) =>
      hasDistantVersions(releasesOf(handbook, number))
        ? [{ params: { number: number.toLowerCase() }, props: { number } }]
        : [],
    ),
  );

export const GET: APIRoute<{ number: string; language: Language }> = async ({ props, url }) => {
  const page = openPage(props.language);
  const { handbook, library, rendering } = page.site;
  const releases = releasesOf(handbook, props.number);
  const response = { headers: new Headers() };
  const same = unchanged({ url, response }, page, { sources: comparisonSources(page, library, releases) });
  if (same) return same;
  const texts = releases.flatMap((release) => {
    const document = library.read(release);
    return document ? [[versionSegment(release.version), versionText(page, document)] as const] : [];
  });
  const versions = packed(new Map(texts));
  const pictures = await diagramPictures(
    versions.blocks.map(({ code }) => code),
    rendering,
  );
  return Response.json({ ...versions, pictures }, response);
};
