/** The verdict on a criterion about answers: what the release shows of the named group, against the floor. */

import type { Figures, GroupRow, Release } from '../disclosure/release';
import { type AskedAudience, asksWhole, isWholeOrDrawn } from '../pulse/asks-whole';
import type { Audience } from '../pulse/question';
import type { Frame } from '../pulse/wave';
import { isDontKnowYetHigh, mostDontKnowYet } from '../score/dont-know-yet';
import { type Standing, standingOf } from '../score/standing-of';
import type { ConfidenceCriterion, NamedGroup, ResponseCriterion } from './gate-definition';
import { oneWayOf, rowOfGroup } from './named-group';
import type { Reason, ReleasedFigures, Verdict, WhatWouldChange } from './verdict';
import { changeOfShare } from './what-would-change';

/** A release with the wave's frame, which says what each of its groups is made of, and whom it asked. */
export interface FeedingRelease extends AskedAudience {
  readonly release: Release;
  readonly frame: Frame;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly change?: WhatWouldChange;
}

/** Whole groups and shares that the system drew; nobody's own list. */
export function feedsGates(audience: Audience): boolean {
  return isWholeOrDrawn(audience);
}

const verdictOf: Readonly<Record<Standing, Verdict>> = {
  atOrAboveFloor: 'met',
  notSureYet: 'notSureYet',
  belowFloor: 'notMet',
  notHeardYet: 'notHeardYet',
  tooSmallToShow: 'tooSmallToShow',
};

/** @param feeding the pulse's releases that may feed gates, newest first.
 *
 * Met: the lower end of the interval is at or above the floor. Not met: the upper end is below it, or more than 30 % do
 * not know yet. Between: not sure yet. */
export function judgeConfidence(
  { group, question }: ConfidenceCriterion,
  floor: number,
  feeding: readonly FeedingRelease[],
): Judged {
  const found = findRow(feeding, group, question);
  if ('verdict' in found) return found;
  const { row, release, questionKind } = found;
  const figures = releasedFigures(row.figures, row, release, questionKind);
  if (!figures) return withheld(row.figures, release);
  if (isDontKnowYetHigh(row.figures)) {
    return {
      verdict: 'notMet',
      reason: { kind: 'dontKnowYet', share: dontKnowShare(row.figures), figures },
      change: { kind: 'dontKnowYet', most: mostDontKnowYet },
    };
  }
  const verdict = verdictOf[standingOf(row, floor)];
  const reason: Reason = { kind: 'released', figures };
  return verdict === 'met' ? { verdict, reason } : { verdict, reason, change: changeOfShare(figures, floor) };
}

/** What a rounded figure may stand for, to either side, in percentage points. */
const roundedBy = 2.5;

/** The response is released to the nearest 5 points: met or not met only where the rounding cannot matter. */
export function judgeResponse(
  { group, floor }: ResponseCriterion,
  feeding: readonly FeedingRelease[],
): Judged {
  const found = findRow(feeding, group, undefined);
  if ('verdict' in found) return found;
  const { row, release } = found;
  if (row.responsePercent === undefined) return withheld(row.figures, release);
  const percent = row.responsePercent;
  const asked = floor * 100;
  const { title: waveTitle, releasedAt } = release;
  const reason: Reason = { kind: 'response', percent, waveTitle, releasedAt };
  if (percent - roundedBy >= asked) return { verdict: 'met', reason };
  const needed = Math.min(100, Math.ceil((asked + roundedBy) / 5) * 5);
  return {
    verdict: percent + roundedBy <= asked ? 'notMet' : 'notSureYet',
    reason,
    change: { kind: 'response', percent: needed },
  };
}

interface FoundRow {
  readonly row: GroupRow;
  readonly release: Release;
  readonly questionKind: ReleasedFigures['questionKind'];
}

/** In the newest release of the whole group. One of a part of it says nothing of the rest, whom somebody left out. */
function findRow(
  feeding: readonly FeedingRelease[],
  group: NamedGroup,
  question: ConfidenceCriterion['question'],
): FoundRow | Judged {
  const { release, frame } = feeding.find((one) => asksWhole(one, group)) ?? {};
  const [newest] = feeding;
  if (!release && newest) {
    const reason = { kind: 'partlyAsked', waveTitle: newest.release.title } as const;
    return { verdict: 'notHeardYet', reason, change: { kind: 'wholeGroup' } };
  }
  const table = question
    ? release?.tables.find(({ questionId }) => questionId === question)
    : release?.tables[0];
  if (!release || !frame || !table) {
    return { verdict: 'notHeardYet', reason: { kind: 'noRelease' }, change: { kind: 'aResult' } };
  }
  const row = rowOfGroup(table.rows, group, frame);
  if (row) return { row, release, questionKind: table.questionKind };
  const oneWay = oneWayOf(group);
  // A margin that could be subtracted from another is left out of the release as a whole.
  const isLeftOut = oneWay && !table.rows.some(({ kind }) => kind === oneWay.kind);
  return {
    verdict: 'tooSmallToShow',
    reason: { kind: isLeftOut ? 'heldBack' : 'merged', waveTitle: release.title },
    change: { kind: 'assurance' },
  };
}

function withheld({ label }: Figures, { minimumGroupSize: minimum, title: waveTitle }: Release): Judged {
  if (label === 'notHeardYet') {
    return {
      verdict: 'notHeardYet',
      reason: { kind: 'tooFewAnswers', minimum, waveTitle },
      change: { kind: 'answers', minimum },
    };
  }
  return {
    verdict: 'tooSmallToShow',
    reason: { kind: 'heldBack', waveTitle },
    change: { kind: 'assurance' },
  };
}

function releasedFigures(
  figures: Figures,
  { headcount }: GroupRow,
  { waveId, title: waveTitle, releasedAt }: Release,
  questionKind: ReleasedFigures['questionKind'],
): ReleasedFigures | undefined {
  const wave = { waveId, waveTitle, releasedAt, questionKind, headcount };
  if (figures.label === 'shown') {
    const { n, favourable, favourableShare, interval } = figures;
    return { ...wave, n, favourable, favourableShare, interval };
  }
  return figures.label === 'band' ? { ...wave, n: figures.n, band: figures.band } : undefined;
}

function dontKnowShare(figures: Figures): number {
  const outside = 'n' in figures ? figures.outside : undefined;
  return outside?.kind === 'each' ? outside.dontKnowYet : (outside?.dontKnowYetOrNotMyArea ?? 0);
}
