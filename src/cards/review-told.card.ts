/** What came of a design that somebody was asked about: the outcome in words, the decision and why, and the changes. */

import { z } from 'zod';
import type { Day, Instant } from '../domain/instant';
import type { Review, ReviewDecision, ReviewOutcome } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { sampleOptions } from './ballot-parts';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ReviewToldView {
  readonly programme: ProgrammeSubject;
  readonly review: Pick<Review, 'title' | 'options' | 'actions' | 'reviewAgainOn'>;
  /** Of the asking that the decision rests on. */
  readonly outcome?: ReviewOutcome;
  readonly decision?: Pick<
    ReviewDecision,
    'kind' | 'optionId' | 'rationale' | 'isAgainstTheVote' | 'decidedByName' | 'decidedAt'
  >;
}

const part = z.array(z.strictObject({ title: line, lines }));

const schema = z.strictObject({
  heading: line,
  title: line,
  paragraphs: lines,
  decisions: part,
  changes: part,
  again: lines,
});

function decisionsOf({ review, decision }: ReviewToldView, { ballots }: Catalogue) {
  if (!decision) return [];
  const { kind, rationale, isAgainstTheVote, decidedByName, decidedAt } = decision;
  const chosen = review.options.find(({ id }) => id === decision.optionId)?.title;
  return [
    {
      title: ballots.toldDecision(kind, chosen === undefined ? undefined : plainText(chosen)),
      lines: asLines([
        isAgainstTheVote ? ballots.toldAgainst : undefined,
        ballots.toldWhy(plainText(rationale)),
        ballots.toldBy(plainText(decidedByName), decidedAt),
      ]),
    },
  ];
}

function changesOf({ review }: ReviewToldView, { ballots }: Catalogue) {
  if (review.actions.length === 0) return [];
  return [
    {
      title: ballots.toldChanges,
      lines: asLines(
        review.actions.slice(-3).flatMap(({ author, authorName, what, dueOn, reply }) => {
          const name = plainText(authorName) || ballots.authors[author];
          return [
            ballots.toldAction(name, plainText(what.slice(0, mostWords)), noonOf(dueOn)),
            reply === undefined ? undefined : ballots.toldDone(name, plainText(reply.slice(0, mostWords))),
          ];
        }),
      ),
    },
  ];
}

const mostWords = 600;

/** The same day in every time zone of the country. */
function noonOf(day: Day): Instant {
  return `${day}T12:00:00.000Z` as Instant;
}

const sample: ReviewToldView = {
  programme: sampleProgramme,
  review: {
    title: 'Where the allergy check comes',
    options: sampleOptions,
    actions: [],
    reviewAgainOn: '2027-06-01' as Review['reviewAgainOn'],
  },
  outcome: {
    kind: 'contested',
    leadingOptionId: 'before',
    groupsThatDiffer: ['Medical and dental, Larkfield General'],
    groupsNotHeard: [],
    openUnsafe: 0,
    reachedAt: '2026-12-08T17:10:00.000Z' as Instant,
  },
  decision: {
    kind: 'approve',
    optionId: 'before',
    rationale: 'Two wards have tried it. Nobody was late with a dose, and no allergy was missed.',
    isAgainstTheVote: true,
    decidedByName: 'Sam Sponsor',
    decidedAt: '2026-12-10T11:00:00.000Z' as Instant,
  },
};

export const reviewToldCard = defineCard<ReviewToldView, typeof schema>({
  name: 'review-told',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.ballots.toldSummary(programme.name),
  bind: (view, text) => {
    const { programme, review, outcome, decision } = view;
    const { ballots } = text;
    const differ = outcome?.groupsThatDiffer.map(plainText) ?? [];
    const notHeard = outcome?.groupsNotHeard.map(plainText) ?? [];
    return {
      heading: ballots.heading(plainText(programme.name), plainText(review.title)),
      title: ballots.toldTitle,
      paragraphs: asLines([
        outcome && ballots.toldOutcome[outcome.kind],
        differ.length > 0 ? ballots.toldDifferent(differ) : undefined,
        notHeard.length > 0 ? ballots.toldNotHeard(notHeard) : undefined,
      ]),
      decisions: decisionsOf(view, text),
      changes: changesOf(view, text),
      again: asLines([
        decision && decision.kind !== 'defer' ? ballots.toldAgain(noonOf(review.reviewAgainOn)) : undefined,
      ]),
    };
  },
  samples: {
    'against the vote': sample,
    'agreed with changes, and done': {
      ...sample,
      review: {
        ...sample.review,
        actions: [
          {
            number: 1,
            optionId: 'before',
            author: 'supplier',
            authorName: '',
            what: 'Show the check once for all drugs that are prescribed together.',
            dueOn: '2027-01-11' as Review['reviewAgainOn'],
            doneOn: '2027-01-08' as Review['reviewAgainOn'],
            reply: 'It comes once for each order from version 3.3 on.',
          },
        ],
      },
      outcome: {
        kind: 'agreedWithChanges',
        leadingOptionId: 'before',
        groupsThatDiffer: [],
        groupsNotHeard: [],
        openUnsafe: 0,
        reachedAt: '2026-12-08T17:10:00.000Z' as Instant,
      },
      decision: { ...(sample.decision as NonNullable<ReviewToldView['decision']>), isAgainstTheVote: false },
    },
  },
});
