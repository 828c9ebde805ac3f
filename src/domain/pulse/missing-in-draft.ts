/** What stands in the way of confirming a pulse that is being set up: all of it at once, each with the step that mends it. */

import type { Instant } from '../instant';
import { maximumQuestions } from '../programme/check-pulses';
import type { Programme } from '../programme/programme';
import { nextRun } from '../schedule/next-run';
import type { PulseStep } from './change-draft';
import type { PulseDefinition } from './question';

export type MissingInDraft =
  | {
      readonly part:
        | 'title'
        /** A pulse begins with a question of confidence. */
        | 'confidenceFirst'
        | 'nobodyToAsk'
        /** None of those whom it asks would get a message. */
        | 'nobodyWrittenTo'
        /** The day has passed, or the last day comes before the first. */
        | 'noRunToCome';
    }
  | { readonly part: 'tooManyQuestions'; readonly count: number; readonly most: number }
  /** The programme's file names that group no longer. */
  | { readonly part: 'unknownGroup'; readonly id: string; readonly isLeftOut: boolean }
  /** It asks one of its questions at the same time: of two at once, figures could be subtracted. */
  | ({ readonly part: 'askedAlready' } & WaveInTheWay);

/** A wave that is open, or one that another pulse's schedule will open. */
export interface WaveInTheWay {
  readonly title: string;
  readonly closesAt: Instant;
  /** Present where it is planned. */
  readonly opensAt?: Instant;
}

export interface DraftFacts {
  readonly programme: Programme;
  /** How many people it would ask. */
  readonly asked: number;
  /** How many of them would get a message. */
  readonly writtenTo: number;
  readonly inTheWay?: WaveInTheWay;
  readonly now: Instant;
}

/** Empty when it may be confirmed. */
export function missingInDraft(
  definition: PulseDefinition,
  { programme, asked, writtenTo, inTheWay, now }: DraftFacts,
): readonly MissingInDraft[] {
  const { title, questions, schedule } = definition;
  const count = questions.length;
  return [
    ...when(title.trim() === '', { part: 'title' }),
    ...when(questions[0]?.kind !== 'confidence', { part: 'confidenceFirst' }),
    ...when(count > maximumQuestions, { part: 'tooManyQuestions', count, most: maximumQuestions }),
    ...unknownGroups(definition, programme),
    ...when(asked === 0, { part: 'nobodyToAsk' }),
    ...when(asked > 0 && writtenTo === 0, { part: 'nobodyWrittenTo' }),
    ...(inTheWay ? [{ part: 'askedAlready', ...inTheWay } as const] : []),
    ...when(schedule !== undefined && !nextRun(schedule, programme, now), { part: 'noRunToCome' }),
  ];
}

/** Where it is put right. */
export function stepOfMissing(missing: MissingInDraft, { schedule }: PulseDefinition): PulseStep {
  switch (missing.part) {
    case 'title':
    case 'confidenceFirst':
    case 'tooManyQuestions':
    case 'askedAlready':
      return 'questions';
    case 'nobodyToAsk':
    case 'nobodyWrittenTo':
      return 'audience';
    case 'unknownGroup':
      return missing.isLeftOut ? 'leaveOut' : 'audience';
    case 'noRunToCome':
      return schedule?.kind === 'once' ? 'day' : 'repeat';
  }
}

function unknownGroups({ audience }: PulseDefinition, programme: Programme): readonly MissingInDraft[] {
  if (audience.kind === 'list') return [];
  const known = new Set([...programme.siteGroups, ...programme.staffFamilies].map(({ id }) => id));
  const named = [
    { groups: audience.only ?? {}, isLeftOut: false },
    ...(audience.leaveOut ?? []).map((groups) => ({ groups, isLeftOut: true })),
  ];
  return named.flatMap(({ groups: { siteGroups = [], staffFamilies = [] }, isLeftOut }) =>
    [...siteGroups, ...staffFamilies]
      .filter((id) => !known.has(id))
      .map((id) => ({ part: 'unknownGroup', id, isLeftOut }) as const),
  );
}

function when(isMissing: boolean, missing: MissingInDraft): readonly MissingInDraft[] {
  return isMissing ? [missing] : [];
}
