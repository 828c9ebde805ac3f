/** What every card of a design review says of it: the question, the proposal, the options. */

import { z } from 'zod';
import { affectedStaffGroups } from '../domain/review/affected-groups';
import type { Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import type { SetupProgramme } from './review-setup-fields';
import { asLines, line, lines } from './subject';

export const parts = z.array(z.strictObject({ title: line, lines }));
export type Part = z.input<typeof parts>[number];

/** A heading with its lines; without any line it is left out. */
export function part(title: string, texts: readonly (string | undefined)[]): Part[] {
  const found = asLines(texts).filter(({ text }) => text !== '');
  return found.length === 0 ? [] : [{ title, lines: found }];
}

export function workflowName(
  { workflow }: Pick<Review, 'workflow'>,
  { workflows = [] }: SetupProgramme,
): string {
  return workflows.find(({ id }) => id === workflow)?.name ?? workflow;
}

export function titleOfReview({ title }: Pick<Review, 'title'>, { reviewSetup }: Catalogue): string {
  return plainText(title) || reviewSetup.untitled;
}

/** What people are asked, and what lies before them. */
export function proposalLines(review: Review, { reviewSetup }: Catalogue): string[] {
  const { artefact, version, link, images, beforeAfter } = review.proposal;
  return [
    reviewSetup.proposal(plainText(artefact), plainText(version)),
    ...(link ? [plainText(link)] : []),
    ...images.map(({ alternativeText }) => reviewSetup.picture(plainText(alternativeText))),
    ...beforeAfter.map(({ what, before, after }) =>
      reviewSetup.tableRow(plainText(what), plainText(before), plainText(after)),
    ),
  ];
}

export function optionLines(
  review: Review,
  { staffGroups }: SetupProgramme,
  { reviewSetup }: Catalogue,
): string[] {
  return review.options.flatMap((option, index) => {
    const groups = affectedStaffGroups({ options: [option] }, { staffGroups: staffGroups.map(asGroup) });
    return [
      reviewSetup.optionLine(index + 1, plainText(option.title), plainText(option.consequence)),
      reviewSetup.optionOf(
        option.author,
        plainText(option.authorName),
        groups.map(({ name }) => plainText(name)),
      ),
    ];
  });
}

export const asGroup = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  ...{ id, name, staffFamily: '' },
});
