/** The chart of a gate: the groups whose confidence it asks for, each against the floor of its criterion. */

import type { Figures } from '../disclosure/release';
import type { CriterionResult, ReleasedFigures } from '../gate/verdict';
import type { ComparisonChart } from './chart';
import { compareGroups, type GroupAgainstFloor } from './compare-groups';

/** As a release calls the group that holds everybody. */
const everyone = 'Everyone';

/** Undefined where no criterion on confidence has figures that are shown. */
export function compareCriteria(results: readonly CriterionResult[]): ComparisonChart | undefined {
  const asked = results.filter(({ kind }) => kind === 'confidence');
  const groups = asked.flatMap(groupOf);
  if (!groups.some(({ figures }) => 'n' in figures)) return undefined;
  return compareGroups(groups, questionKindOf(asked));
}

function groupOf(result: CriterionResult): readonly GroupAgainstFloor[] {
  const figures = figuresOf(result);
  if (!figures || result.floor === undefined) return [];
  const { reason, groupName: name = everyone, floor } = result;
  const headcount = 'figures' in reason ? reason.figures.headcount : 0;
  const kind = result.groupName === undefined ? 'total' : 'siteGroup';
  return [{ name, headcount, floor, figures, kind, atomIds: [] }];
}

function figuresOf({ reason }: CriterionResult): Figures | undefined {
  switch (reason.kind) {
    case 'released':
    case 'dontKnowYet':
      return shownFigures(reason.figures);
    case 'noRelease':
    case 'tooFewAnswers':
      return { label: 'notHeardYet' };
    case 'heldBack':
    case 'merged':
      return { label: 'tooSmallToShow' };
    default:
      return undefined;
  }
}

function shownFigures({
  n,
  favourable,
  favourableShare,
  interval,
  band,
}: ReleasedFigures): Figures | undefined {
  if (favourable !== undefined && favourableShare !== undefined && interval) {
    return { label: 'shown', n, favourable, favourableShare, interval };
  }
  return band && { label: 'band', n, band };
}

function questionKindOf(results: readonly CriterionResult[]): ReleasedFigures['questionKind'] {
  const kinds = new Set(
    results.flatMap(({ reason }) => ('figures' in reason ? [reason.figures.questionKind] : [])),
  );
  const [only = 'scale'] = kinds;
  return kinds.size === 1 ? only : 'scale';
}
