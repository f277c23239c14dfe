/** What a version says, for the page on which the browser compares any two (compare/index.astro). */
import type { APIRoute } from 'astro';
import { releasesOf } from '../../../../../control/state.ts';
import { versionSegment } from '../../../../../handbook/address.ts';
import type { Release } from '../../../../../handbook/graph.ts';
import type { Language } from '../../../../../i18n/index.ts';
import { diagramPictures } from '../../../../../markdown/pictures.ts';
import { openPage, routes } from '../../../../../page.ts';
import { hasDistantVersions } from '../../../../../views/comparison-page.ts';
import { documentsWithHistory } from '../../../../../views/history-page.ts';
import { versionText } from '../../../../../views/version-text.ts';

export const getStaticPaths = () =>
  routes(({ library, handbook }) =>
    documentsWithHistory(library).flatMap(({ number }) => {
      const releases = releasesOf(handbook, number);
      return (hasDistantVersions(releases) ? releases : []).map((release) => ({
        params: { number: number.toLowerCase(), version: versionSegment(release.version) },
        props: { release },
      }));
    }),
  );

export const GET: APIRoute<{ release: Release; language: Language }> = async ({ props }) => {
  const page = openPage(props.language);
  const text = versionText(page, page.site.library.read(props.release)!);
  const codes = text.parts.flatMap(({ blocks }) => blocks.map(({ code }) => code));
  return Response.json({ ...text, pictures: await diagramPictures(codes, page.site.rendering) });
};
