/** Statements on a gate: the team's evidence, the safety officer's word, and an assurance for a group too small to show. */

import type { PersonId } from '../ids';
import type { Day } from '../instant';
import { dayOf, type Instant } from '../instant';
import type { Role } from '../programme/programme';
import type { Gate, GateStatement } from './gate';
import type { Criterion } from './gate-definition';
import { termsInForce } from './gate-terms';
import { isOver } from './settle-gate';
import type { Judgement } from './verdict';

export interface StatementBy {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
}

export type StatementWords =
  | { readonly kind: 'evidence' | 'safetyCase'; readonly isMet: boolean; readonly words: string }
  | {
      readonly kind: 'assurance';
      readonly givenBy: string;
      readonly seenOn: Day | undefined;
      readonly words: string;
    };

export interface StateRequest {
  readonly statementId: string;
  readonly criterionId: string;
  readonly said: StatementWords;
  readonly by: StatementBy;
  /** As judged now: an assurance is taken only where the group is too small to show. */
  readonly judgements: readonly Judgement[];
  readonly now: Instant;
}

export type StateOutcome =
  | { readonly outcome: 'stated'; readonly next: Gate }
  | { readonly outcome: 'noSuchCriterion' | 'gateIsOver' | 'canBeShown' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' | 'givenBy' | 'seenOn' };

export function stateOnGate(gate: Gate, request: StateRequest): StateOutcome {
  const { said, criterionId, by, now, statementId } = request;
  if (isOver(gate) || gate.status === 'withdrawn') return { outcome: 'gateIsOver' };
  const criteria = [...gate.terms.criteria, ...termsInForce(gate).criteria];
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (!criterion || !fits(criterion, said.kind)) return { outcome: 'noSuchCriterion' };
  if (!said.words.trim()) return { outcome: 'incomplete', missing: 'words' };
  const base = {
    statementId,
    criterionId,
    statedBy: by.personId,
    statedByName: by.name,
    role: by.role,
    statedAt: now,
  };
  if (said.kind !== 'assurance') {
    const { kind, isMet } = said;
    return stated(gate, { ...base, kind, isMet, words: said.words.trim() });
  }
  const { givenBy, seenOn } = said;
  if (!isTooSmall(request)) return { outcome: 'canBeShown' };
  if (!givenBy.trim()) return { outcome: 'incomplete', missing: 'givenBy' };
  if (!seenOn || seenOn > dayOf(now)) return { outcome: 'incomplete', missing: 'seenOn' };
  return stated(gate, {
    ...base,
    kind: 'assurance',
    givenBy: givenBy.trim(),
    seenOn,
    words: said.words.trim(),
  });
}

function fits(criterion: Criterion, kind: GateStatement['kind']): boolean {
  return kind === 'assurance' ? 'group' in criterion : criterion.kind === kind;
}

/** Also one that counts as met by an earlier assurance. */
function isTooSmall({ judgements, criterionId }: StateRequest): boolean {
  return judgements.some(({ results }) =>
    results.some(
      (result) =>
        result.criterionId === criterionId &&
        (result.verdict === 'tooSmallToShow' || result.assuredBy !== undefined),
    ),
  );
}

function stated(gate: Gate, statement: GateStatement): StateOutcome {
  return { outcome: 'stated', next: { ...gate, statements: [...gate.statements, statement] } };
}
