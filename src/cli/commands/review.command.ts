/** `soundings review …`: sets up, opens, lists, revises and exports design reviews. */

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { AppContext } from '../../app/context';
import { currentProgramme } from '../../app/programme/current-programme';
import { discardReviewDraft } from '../../app/review/discard-review-draft.use-case';
import { listReviews } from '../../app/review/list-reviews';
import { openReview } from '../../app/review/open-review.use-case';
import { staleReviews } from '../../app/review/previous-decisions';
import { reviseReview } from '../../app/review/revise-review.use-case';
import {
  findReview,
  type SaveReviewDraft,
  saveReviewDraft,
} from '../../app/review/save-review-draft.use-case';
import { asId, type ProgrammeId, type ReviewId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { OptionAuthor, Review } from '../../domain/review/review';
import { catalogueFor } from '../../text/catalogue';
import type { Act, Cli } from '../cli';
import { withFile } from '../input-error';
import { badInput, done, type Report, refused } from '../report';
import { readReviewFile } from '../review-file/read-review-file';
import type { ReviewFile } from '../review-file/review-file.schema';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly version?: string;
  readonly notMaterial?: string;
  readonly stale?: true;
}

export function addReview(review: Command, act: Act): void {
  withProgramme(review.command('apply').argument('<file>', 'the review as YAML'))
    .description('set up a design review, or change it while nobody was asked; nobody is asked by this')
    .action((file: string, options: Options) => act((cli) => apply(cli, file, options)));
  withProgramme(review.command('open').argument('<id>', 'the review'))
    .description('ask people now, or say everything that is missing')
    .action((id: string, options: Options) => act((cli) => open(cli, id, options)));
  withProgramme(review.command('discard').argument('<id>', 'the review'))
    .description('throw a draft away; nobody was asked by it')
    .action((id: string, options: Options) => act((cli) => discard(cli, id, options)));
  withProgramme(review.command('list'))
    .option('--stale', 'only decisions that are to be confirmed, with why')
    .description('the design reviews, what waits first')
    .action((options: Options) => act((cli) => list(cli, options)));
  withProgramme(review.command('revise').argument('<id>', 'the review'))
    .requiredOption('--version <version>', 'the new version of what was reviewed')
    .option('--not-material <reason>', 'it changes nothing for those who work with it, because')
    .description('record a new version: people are asked again, unless it is not material')
    .action((id: string, options: Options) => act((cli) => revise(cli, id, options)));
  withProgramme(review.command('export'))
    .description('the design reviews with their options, outcomes and decisions, as JSON')
    .action((options: Options) => act((cli) => exportAll(cli, options)));
}

const withProgramme = (command: Command) => command.requiredOption('--programme <id>', 'the programme');

/** Only its last part is written by people. */
function reviewIdOf(programmeId: string, id: string): ReviewId {
  const prefix = `review.${programmeId}.`;
  return asId(id.startsWith(prefix) ? id : `${prefix}${id}`);
}

async function inProgramme(
  cli: Cli,
  { programme: id }: Options,
  work: (context: AppContext, programme: Programme) => Promise<Report>,
): Promise<Report> {
  const programmeId = asId<ProgrammeId>(id);
  return withContext(cli, async (context) => {
    const programme = await currentProgramme(context, programmeId);
    if (programme) return work(context, programme);
    return refused({ outcome: 'noSuchProgramme', programmeId }, `${id}: there is no such programme.`);
  });
}

function apply(cli: Cli, path: string, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, programme) => {
    const read = readReviewFile(await withFile(path, () => readFile(path, 'utf8')), programme);
    if (read.outcome === 'refused') {
      const words = read.problems.map(
        (one) =>
          `${path}:${one.line}:${one.column} ${one.path ? `${one.path}: ` : ''}${one.message}. ${one.remedy}`,
      );
      return badInput({ outcome: 'invalid', file: path, problems: read.problems }, ...words);
    }
    const reviewId = reviewIdOf(programme.id, read.file.id);
    const draft = draftOf(context, programme, read.file);
    const command = { programmeId: programme.id, reviewId, recordedBy: 'command' as const, draft };
    const { outcome } = await saveReviewDraft(context, command);
    const json = { outcome, programmeId: programme.id, reviewId };
    if (outcome === 'saved') return done(json, `${reviewId}: saved`);
    return refused(json, `${reviewId}: people were asked about it already, so nothing was changed.`);
  });
}

function draftOf(
  { keys }: AppContext,
  { tenantId }: Programme,
  { id: _id, proposal, options, representatives, panel, ...rest }: ReviewFile,
): SaveReviewDraft['draft'] {
  const { link, ...shown } = proposal;
  return {
    ...rest,
    proposal: { ...shown, ...(link ? { link } : {}) },
    // One that was left out is named as missing when it is opened.
    options: options.map((option) => ({ ...option, author: option.author ?? ('' as OptionAuthor) })),
    representatives: representatives.map(({ aadObjectId, ...one }) => ({
      ...one,
      personId: keys.personIdOf(tenantId, aadObjectId),
    })),
    panel: panel.map(({ aadObjectId }) => keys.personIdOf(tenantId, aadObjectId)),
  };
}

function open(cli: Cli, id: string, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, { id: programmeId }) => {
    const reviewId = reviewIdOf(programmeId, id);
    const result = await openReview(context, { programmeId, reviewId, openedBy: 'command' });
    const json = { outcome: result.outcome, programmeId, reviewId };
    if (result.outcome === 'opened') {
      return done({ ...json, asked: result.asked }, `${reviewId}: open, ${result.asked} people are asked`);
    }
    if (result.outcome === 'incomplete') {
      const { reviewSetup } = catalogueFor('Europe/London');
      return refused(
        { ...json, missing: result.missing },
        `${reviewId}: it cannot open yet. Still missing:`,
        ...result.missing.map((one) => `  ${reviewSetup.missing(one)}`),
      );
    }
    return refused(json, `${reviewId}: ${whyNot[result.outcome]}`);
  });
}

/** A draft that is not there is refused here: its id was typed, and may be mistyped. */
function discard(cli: Cli, id: string, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, { id: programmeId }) => {
    const reviewId = reviewIdOf(programmeId, id);
    const place = { programmeId, reviewId };
    if (!(await findReview(context, place))) {
      return refused({ outcome: 'noSuchReview', ...place }, `${reviewId}: ${whyNot.noSuchReview}`);
    }
    const outcome = await discardReviewDraft(context, place);
    if (outcome === 'discarded') return done({ outcome, ...place }, `${reviewId}: thrown away`);
    return refused(
      { outcome: 'notADraft', ...place },
      `${reviewId}: people were asked about it already, so nothing was changed.`,
    );
  });
}

const whyNot = {
  openAlready: 'it is open already.',
  decidedAlready: 'it is decided.',
  nobodyToAsk: 'there is nobody in the staff groups that it affects.',
  noSuchReview: 'there is no such review.',
  outOfDate: 'it was changed at the same moment. Repeat the command.',
  sameVersion: 'that is its version already.',
  beingVotedOn: 'people are voting on the version before. Close it first.',
  incomplete: 'a version, and where it is not material a reason, is needed.',
} as const;

function list(cli: Cli, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, { id: programmeId }) => {
    const found = options.stale
      ? await staleReviews(context, programmeId)
      : await listReviews(context, programmeId);
    const json = { outcome: 'listed', programmeId, reviews: found.map(rowOf) };
    if (found.length > 0) return done(json, ...found.map(describe));
    return done(json, `${programmeId}: ${options.stale ? 'no decision to confirm' : 'no review yet'}`);
  });
}

function rowOf({
  reviewId,
  workflow,
  title,
  status,
  closesOn,
  reviewAgainOn,
  stale,
  rounds,
  decision,
}: Review) {
  return {
    ...{ reviewId, workflow, title, status, closesOn, reviewAgainOn },
    ...(rounds.at(-1)?.outcome ? { outcome: rounds.at(-1)?.outcome?.kind } : {}),
    ...(decision ? { decision: decision.kind, isAgainstTheVote: decision.isAgainstTheVote } : {}),
    ...(stale ? { stale } : {}),
  };
}

function describe({ reviewId, title, status, stale, closesOn }: Review): string {
  const { reviews, reviewSetup } = catalogueFor('Europe/London');
  return [
    `${reviewId}: ${title || reviewSetup.untitled}`,
    stale
      ? reviewSetup.stale(stale.because, stale.since, stale.detail)
      : reviews.statuses[status].toLowerCase(),
    ...(status === 'open' ? [`until ${closesOn}`] : []),
  ].join(' · ');
}

function revise(cli: Cli, id: string, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, { id: programmeId }) => {
    const reviewId = reviewIdOf(programmeId, id);
    const { version = '', notMaterial: reason } = options;
    const result = await reviseReview(context, {
      ...{ programmeId, reviewId, version, recordedBy: 'command' as const },
      isMaterial: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
    });
    const json = { outcome: result.outcome, programmeId, reviewId };
    if (result.outcome !== 'recorded') return refused(json, `${reviewId}: ${whyNot[result.outcome]}`);
    const { again } = result;
    const asked = again?.outcome === 'opened' ? `; ${again.asked} people are asked again` : '';
    return done(
      { ...json, version, status: result.review.status, ...(again ? { again: again.outcome } : {}) },
      `${reviewId}: version ${version} recorded${asked}`,
    );
  });
}

/** What was set up, what came of it and what was decided; nobody's vote, and no person's id. */
function exportAll(cli: Cli, options: Options): Promise<Report> {
  return inProgramme(cli, options, async (context, { id: programmeId }) => {
    const found = await listReviews(context, programmeId);
    const reviews = found.map((review) => ({
      ...rowOf(review),
      ...{ question: review.question, kind: review.kind, voting: review.voting },
      ...{ proposal: review.proposal, options: review.options, contributors: review.contributors },
      rounds: review.rounds,
      versions: review.versions.map(({ recordedBy: _by, ...one }) => one),
      decisions: [...review.earlierDecisions, ...(review.decision ? [review.decision] : [])].map(
        ({ decidedBy: _by, ...one }) => one,
      ),
      actions: review.actions,
    }));
    const json = { outcome: 'exported', programmeId, reviews };
    return done(json, JSON.stringify(reviews, null, 2));
  });
}
