/** The verdict on a gate: every criterion with its verdict and its reason, then the one on them all. */

import { joinNames } from '../disclosure/name-group';
import type { PulseId } from '../ids';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import type { PeopleCounts } from './count-people';
import type { EvidenceStatement, GateStatement, GateTerms } from './gate';
import { type Criterion, isGroupCriterion } from './gate-definition';
import { judgeAccess, judgeTraining } from './judge-counted';
import { type FeedingRelease, type Judged, judgeConfidence, judgeResponse } from './judge-released';
import { type GateReview, judgeReviews } from './judge-reviews';
import { nameOfGroup } from './named-group';
import { newestAssurance, newestEvidence } from './newest-statement';
import { type CriterionResult, type Judgement, type OpenBlockers, overallVerdict } from './verdict';

export interface GateFacts {
  readonly today: Day;
  readonly programme: Pick<
    Programme,
    'minimumGroupSize' | 'confidenceFloor' | 'siteGroups' | 'staffFamilies' | 'workflows'
  >;
  /** Releases of each pulse that may feed a gate, newest first: for each group that is named, the newest of all and the newest
   * that is of the whole group. */
  readonly releases: ReadonlyMap<PulseId, readonly FeedingRelease[]>;
  readonly people: PeopleCounts;
  readonly open: OpenBlockers;
  readonly reviews: readonly GateReview[];
  readonly statements: readonly GateStatement[];
}

export function judgeGate(
  basis: Judgement['basis'],
  { criteria }: Pick<GateTerms, 'criteria'>,
  facts: GateFacts,
): Judgement {
  const results = criteria.map((criterion) => resultOf(criterion, facts));
  return { basis, verdict: overallVerdict(results), results };
}

function resultOf(criterion: Criterion, facts: GateFacts): CriterionResult {
  const judged = judge(criterion, facts);
  const groupName = isGroupCriterion(criterion) ? nameOfGroup(criterion.group, facts.programme) : undefined;
  const floor = floorOf(criterion, facts.programme);
  const about = {
    criterionId: criterion.id,
    kind: criterion.kind,
    ...whatOf(criterion, facts.programme),
    ...(groupName === undefined ? {} : { groupName }),
    ...(floor === undefined ? {} : { floor }),
  };
  const assurance =
    judged.verdict === 'tooSmallToShow' ? newestAssurance(facts.statements, criterion.id) : undefined;
  if (!assurance) return { ...about, ...judged };
  return { ...about, verdict: 'met', reason: judged.reason, assuredBy: assurance.statementId };
}

function judge(criterion: Criterion, facts: GateFacts): Judged {
  const { releases, people, programme, today } = facts;
  const { minimumGroupSize } = programme;
  switch (criterion.kind) {
    case 'confidence':
      return judgeConfidence(
        criterion,
        criterion.floor ?? programme.confidenceFloor,
        releases.get(criterion.pulse) ?? [],
      );
    case 'response':
      return judgeResponse(criterion, releases.get(criterion.pulse) ?? []);
    case 'training':
      return judgeTraining(criterion, people, minimumGroupSize);
    case 'accessTested':
      return judgeAccess(criterion, people, minimumGroupSize);
    case 'evidence':
      return judgeStatement(newestEvidence(facts.statements, criterion.id), {
        by: 'owner',
        dueOn: criterion.dueOn,
        today,
      });
    case 'safetyCase':
      return judgeStatement(newestEvidence(facts.statements, criterion.id), { by: 'safetyOfficer', today });
    case 'openBlockers':
      return judgeBlockers(facts.open);
    case 'reviewsAgreed':
      return judgeReviews(criterion, facts.reviews, programme.workflows);
  }
}

/** One is enough to hold a gate back. */
function judgeBlockers({ hazards, blockers }: OpenBlockers): Judged {
  const reason = { kind: 'openBlockers', hazards, blockers } as const;
  if (hazards + blockers === 0) return { verdict: 'met', reason };
  return { verdict: 'notMet', reason, change: { kind: 'closed', hazards, blockers } };
}

/** Silence is no statement: `not heard yet`, also after the day it was due. */
function judgeStatement(
  statement: EvidenceStatement | undefined,
  asked: { readonly by: 'owner' | 'safetyOfficer'; readonly dueOn?: Day; readonly today: Day },
): Judged {
  const change = { kind: 'statement', by: asked.by } as const;
  if (!statement) {
    const { dueOn, today } = asked;
    const isOverdue = dueOn !== undefined && dueOn < today;
    return {
      verdict: 'notHeardYet',
      reason: { kind: 'notStated', ...(dueOn ? { dueOn } : {}), isOverdue },
      change,
    };
  }
  const { statementId, statedAt } = statement;
  const reason = { kind: 'stated', statementId, statedAt } as const;
  return statement.isMet ? { verdict: 'met', reason } : { verdict: 'notMet', reason, change };
}

/** Evidence in the words of the programme file, reviews by the workflows that are named. */
function whatOf(criterion: Criterion, { workflows: declared = [] }: GateFacts['programme']) {
  if (criterion.kind === 'evidence') return { what: criterion.what };
  if (criterion.kind !== 'reviewsAgreed' || !criterion.workflows) return {};
  const names = criterion.workflows.map((id) => declared.find((one) => one.id === id)?.name ?? id);
  return { what: joinNames(names) };
}

function floorOf(criterion: Criterion, { confidenceFloor }: GateFacts['programme']): number | undefined {
  if (criterion.kind === 'confidence') return criterion.floor ?? confidenceFloor;
  return 'floor' in criterion ? criterion.floor : undefined;
}
