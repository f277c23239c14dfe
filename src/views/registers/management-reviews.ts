/** Management reviews: what was dealt with, what was decided, and what became of it. */
import { personName, roleLink, type Cell, type View } from '../view.ts';
import { dayOr, filledTables, partyLink, peopleNames, type RecordPage } from './page.ts';

/** The newest review first. */
export function managementReviewsPage(view: View): RecordPage {
  const { words, handbook } = view;
  const reviews = handbook.registers['management-reviews'].toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return {
    title: words.managementReviews,
    none: words.managementReviewsNone,
    sections: reviews.map(({ id, on, chair, participants, inputs, outputs, conclusion }) => ({
      title: `${id} ${on}`,
      facts: [
        { label: words.reviewChair, value: personName(view, chair) },
        { label: words.reviewParticipants, value: peopleNames(view, participants) },
        { label: words.conclusion, value: conclusion },
      ],
      tables: filledTables([
        {
          title: words.reviewInputs,
          table: {
            columns: [words.reviewTopic, words.reviewPresented, words.reviewSummary],
            rows: inputs.map(({ topic, presented, summary }): Cell[] => [topic, roleLink(view, presented), summary]),
          },
        },
        {
          title: words.reviewOutputs,
          table: {
            columns: [words.kind, words.reviewDecision, words.answerable, words.due, words.done],
            rows: outputs.map((output): Cell[] => [
              words.reviewOutputKinds[output.kind],
              output.decision,
              partyLink(view, output.owner),
              output.due,
              dayOr(output.done, words.notDone),
            ]),
          },
        },
      ]),
    })),
  };
}
