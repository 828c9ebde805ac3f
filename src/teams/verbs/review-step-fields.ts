/** Reads what was filled in at one step of setting up a design review. */

import { z } from 'zod';
import { findPeople } from '../../app/people/find-people';
import type { ReviewDraft } from '../../app/review/save-review-draft.use-case';
import { decidingRoles } from '../../cards/review-setup-fields';
import { optionNumberOf, type SetupStep } from '../../cards/review-steps';
import type { PersonId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { mostImages, mostTableRows } from '../../domain/review/missing-parts';
import {
  contributorKinds,
  type OptionAuthor,
  optionAuthors,
  type Review,
  type ReviewOption,
} from '../../domain/review/review';
import type { ReviewSetupNotice } from '../../text/en/review-setup';
import type { EdgeContext } from '../verb';
import { dayIn } from './triage-fields';

const typed = z.string().trim().max(4_000).default('');

/** Inputs that were left blank are not sent at all. */
export const stepFields = {
  workflow: typed,
  title: typed,
  question: typed,
  kind: typed,
  voting: typed,
  artefact: typed,
  version: typed,
  link: typed,
  imageUrl1: typed,
  imageText1: typed,
  imageUrl2: typed,
  imageText2: typed,
  imageUrl3: typed,
  imageText3: typed,
  table: typed,
  optionTitle: typed,
  consequence: typed,
  author: typed,
  authorName: typed,
  affects: typed,
  names_frontline: typed,
  names_digitalTeam: typed,
  names_supplier: typed,
  panel: typed,
  representatives: typed,
  decider: typed,
  closesOn: typed,
  reviewAgainOn: typed,
};
export type StepFields = { readonly [K in keyof typeof stepFields]: string };

export type StepRead =
  | { readonly draft: Partial<ReviewDraft> }
  | { readonly notice: ReviewSetupNotice }
  | { readonly notFound: readonly string[] };

export async function readStep(
  { app }: EdgeContext,
  programme: Programme,
  review: Review,
  step: SetupStep,
  fields: StepFields,
): Promise<StepRead> {
  const number = optionNumberOf(step);
  if (number !== undefined) return { draft: { options: withOption(review.options, number, fields) } };
  switch (step) {
    case 'about':
      return {
        draft: {
          ...{ workflow: fields.workflow, title: fields.title, question: fields.question },
          kind: fields.kind === 'confirm' ? 'confirm' : 'full',
          voting: fields.voting === 'attributed' ? 'attributed' : 'confidential',
        },
      };
    case 'proposal':
      return proposalIn(review, fields);
    case 'pictures':
      return picturesIn(review, fields);
    case 'people':
      return { draft: { contributors: contributorKinds.flatMap((kind) => namedAs(kind, fields)) } };
    case 'byName':
      return review.voting === 'attributed'
        ? panelIn(app, programme, fields)
        : representativesIn(app, programme, fields);
    default:
      return {
        draft: {
          decider: decidingRoles.find((role) => role === fields.decider) ?? 'sro',
          closesOn: dayIn<Day>(fields.closesOn) ?? ('' as Day),
          reviewAgainOn: dayIn<Day>(fields.reviewAgainOn) ?? ('' as Day),
        },
      };
  }
}

function proposalIn({ proposal }: Review, { artefact, version, link }: StepFields): StepRead {
  if (link && !isAddress(link)) return { notice: 'notAnAddress' };
  const { link: _before, ...rest } = proposal;
  return { draft: { proposal: { ...rest, artefact, version, ...(link ? { link } : {}) } } };
}

function picturesIn({ proposal }: Review, fields: StepFields): StepRead {
  const images = Array.from({ length: mostImages }, (_, index) => {
    const number = (index + 1) as 1 | 2 | 3;
    return { url: fields[`imageUrl${number}`], alternativeText: fields[`imageText${number}`] };
  }).filter(({ url, alternativeText }) => url || alternativeText);
  if (images.some(({ url }) => !isAddress(url))) return { notice: 'notAnAddress' };
  const rows = linesIn(fields.table).map((row) => row.split('|').map((cell) => cell.trim()));
  if (rows.length > mostTableRows || rows.some((cells) => cells.length !== 3)) return { notice: 'notATable' };
  const beforeAfter = rows.map(([what = '', before = '', after = '']) => ({ what, before, after }));
  return { draft: { proposal: { ...proposal, images, beforeAfter } } };
}

/** A blank one more is none; what is filled in behind the last comes next to it. */
function withOption(
  options: readonly ReviewOption[],
  number: number,
  { optionTitle, consequence, author, authorName, affects }: StepFields,
): readonly ReviewOption[] {
  const known = options[number - 1];
  const isBlank = ![optionTitle, consequence, author, authorName, affects].some(Boolean);
  if (!known && isBlank) return options;
  const option: ReviewOption = {
    id: known?.id ?? freeIdIn(options),
    ...{ title: optionTitle, consequence, authorName },
    // One that was not chosen is named as missing.
    author: optionAuthors.find((one) => one === author) ?? ('' as OptionAuthor),
    affects: affects.split(',').filter(Boolean),
  };
  return known ? options.map((one) => (one === known ? option : one)) : [...options, option];
}

function freeIdIn(options: readonly ReviewOption[]): string {
  const taken = new Set(options.map(({ id }) => id));
  return ['a', 'b', 'c', 'd', 'e'].find((id) => !taken.has(id)) ?? `o${options.length + 1}`;
}

function namedAs(kind: (typeof contributorKinds)[number], fields: StepFields) {
  return linesIn(fields[`names_${kind}`]).map((name) => ({ kind, name }));
}

async function panelIn(
  app: EdgeContext['app'],
  programme: Programme,
  { panel }: StepFields,
): Promise<StepRead> {
  const found = await peopleNamed(app, programme, linesIn(panel));
  if (found.notFound.length > 0) return { notFound: found.notFound };
  return { draft: { panel: found.people.map(({ personId }) => personId) } };
}

async function representativesIn(
  app: EdgeContext['app'],
  programme: Programme,
  { representatives }: StepFields,
): Promise<StepRead> {
  const pairs = linesIn(representatives).map((row) => {
    const at = row.lastIndexOf(':');
    return { groupName: row.slice(0, at).trim(), name: row.slice(at + 1).trim(), at };
  });
  if (pairs.some(({ at, groupName, name }) => at < 1 || !groupName || !name)) {
    return { notice: 'notANameForAGroup' };
  }
  const found = await peopleNamed(
    app,
    programme,
    pairs.map(({ name }) => name),
  );
  if (found.notFound.length > 0) return { notFound: found.notFound };
  const named = pairs.flatMap(({ groupName }, index) => {
    const person = found.people[index];
    return person ? [{ groupName, ...person }] : [];
  });
  return { draft: { representatives: named } };
}

interface Found {
  readonly people: readonly { readonly personId: PersonId; readonly displayName: string }[];
  readonly notFound: readonly string[];
}

/** The one of exactly that name, or the only one whose name holds it. */
async function peopleNamed(
  app: EdgeContext['app'],
  programme: Programme,
  names: readonly string[],
): Promise<Found> {
  const people: Found['people'][number][] = [];
  const notFound: string[] = [];
  for (const name of names) {
    const found = await findPeople(app, programme, name);
    const exact = found.filter(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
    const [person, ...others] = exact.length > 0 ? exact : found;
    if (person && others.length === 0) people.push(person);
    else notFound.push(name);
  }
  return { people, notFound };
}

function linesIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean);
}

const isAddress = (text: string) => /^https:\/\/\S+$/.test(text);
