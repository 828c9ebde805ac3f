/** What is filled in at each step of setting up a design review, with what is there already. */

import type { Programme } from '../domain/programme/programme';
import { mostImages } from '../domain/review/missing-parts';
import { contributorKinds, optionAuthors, type Review } from '../domain/review/review';
import type { Catalogue } from '../text/catalogue';
import { optionNumberOf, type SetupStep } from './review-steps';
import type { ProgrammeSubject } from './subject';

export type SetupProgramme = ProgrammeSubject &
  Pick<Programme, 'workflows'> & {
    readonly staffGroups: readonly { readonly id: string; readonly name: string }[];
  };

export interface FilledIn {
  readonly programme: SetupProgramme;
  readonly review: Review;
  readonly step: SetupStep;
  /** Names of those who are asked by name, where the step shows them. */
  readonly namesOf?: Readonly<Record<string, string>>;
  /** By the id of its input: what was typed and is not saved. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** `short` and `long`: a text; `one` and `many`: to be chosen. */
export interface SetupField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly as: 'short' | 'long' | 'one' | 'many' | 'day';
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
  readonly maxLength?: number;
}

/** Who may be asked to decide. */
export const decidingRoles = ['sro', 'deputySro', 'sponsor', 'lead', 'clinicalSafetyOfficer'] as const;

/** What was typed and is not saved takes the place of what is stored. */
export function fieldsOf(view: FilledIn, text: Catalogue): readonly SetupField[] {
  return storedFields(view, text).map((field) => ({
    ...field,
    value: view.typed?.[field.id] ?? field.value,
  }));
}

function storedFields(view: FilledIn, text: Catalogue): readonly SetupField[] {
  const { programme, review, step, namesOf = {} } = view;
  const { labels } = text.reviewSetup;
  const number = optionNumberOf(step);
  if (number !== undefined) return optionFields(view, number, text);
  switch (step) {
    case 'about':
      return [
        one('workflow', labels.workflow, review.workflow, (programme.workflows ?? []).map(namedChoice)),
        short('title', labels.title, review.title, 120),
        long('question', labels.question, review.question, 300),
        one('kind', labels.kind, review.kind, choicesOf(text.reviewSetup.kinds)),
        one('voting', labels.voting, review.voting, choicesOf(text.reviewSetup.voting)),
      ];
    case 'proposal':
      return [
        short('artefact', labels.artefact, review.proposal.artefact, 120),
        short('version', labels.version, review.proposal.version, 60),
        short('link', labels.link, review.proposal.link ?? '', 500),
      ];
    case 'pictures':
      return pictureFields(review, text);
    case 'people':
      return contributorKinds.map((kind) =>
        long(`names_${kind}`, labels.names(kind), namesOfKind(review, kind)),
      );
    case 'byName':
      return review.voting === 'attributed'
        ? [long('panel', labels.panel, review.panel.map((id) => namesOf[id] ?? '').join('\n'))]
        : [
            long(
              'representatives',
              labels.representatives,
              review.representatives.map((one) => `${one.groupName}: ${one.displayName}`).join('\n'),
            ),
          ];
    default:
      return [
        one(
          'decider',
          labels.decider,
          review.decider,
          decidingRoles.map((value) => ({ value, title: text.roles[value] })),
        ),
        { id: 'closesOn', label: labels.closesOn, value: review.closesOn, as: 'day' },
        { id: 'reviewAgainOn', label: labels.reviewAgainOn, value: review.reviewAgainOn, as: 'day' },
      ];
  }
}

function optionFields(
  { programme, review }: FilledIn,
  number: number,
  text: Catalogue,
): readonly SetupField[] {
  const option = review.options[number - 1];
  const { labels, authors } = text.reviewSetup;
  return [
    short('optionTitle', labels.optionTitle, option?.title ?? '', 100),
    long('consequence', labels.consequence, option?.consequence ?? '', 600),
    one(
      'author',
      labels.author,
      option?.author ?? '',
      optionAuthors.map((value) => ({ value, title: authors[value] })),
    ),
    short('authorName', labels.authorName, option?.authorName ?? '', 120),
    {
      id: 'affects',
      label: labels.affects,
      value: option?.affects.join(',') ?? '',
      as: 'many',
      choices: programme.staffGroups.map(namedChoice),
    },
  ];
}

function pictureFields({ proposal }: Review, { reviewSetup: { labels } }: Catalogue): readonly SetupField[] {
  const places = Array.from({ length: mostImages }, (_, index) => index);
  return [
    ...places.flatMap((index) => [
      short(`imageUrl${index + 1}`, labels.imageUrl(index + 1), proposal.images[index]?.url ?? '', 500),
      short(
        `imageText${index + 1}`,
        labels.imageText(index + 1),
        proposal.images[index]?.alternativeText ?? '',
        300,
      ),
    ]),
    long(
      'table',
      labels.table,
      proposal.beforeAfter.map(({ what, before, after }) => `${what} | ${before} | ${after}`).join('\n'),
    ),
  ];
}

function namesOfKind({ contributors }: Review, kind: Review['contributors'][number]['kind']): string {
  return contributors
    .filter((one) => one.kind === kind)
    .map(({ name }) => name)
    .join('\n');
}

const short = (id: string, label: string, value: string, maxLength: number): SetupField => ({
  ...{ id, label, value, as: 'short' as const, maxLength },
});
const long = (id: string, label: string, value: string, maxLength = 1_500): SetupField => ({
  ...{ id, label, value, as: 'long' as const, maxLength },
});
const one = (
  id: string,
  label: string,
  value: string,
  choices: readonly { readonly title: string; readonly value: string }[],
): SetupField => ({ id, label, value, as: 'one' as const, choices });
const namedChoice = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  title: name,
  value: id,
});
const choicesOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));
