/** The few sentences that become part of a record, from the one catalogue of user-visible strings. */

import type { Escalation, EscalationCase } from '../../domain/escalation/escalation';
import type { CriterionResult } from '../../domain/gate/verdict';
import type { IssueCategory } from '../../domain/issue/issue';
import type { ReviewOutcomeKind } from '../../domain/review/review';

export interface Wording {
  /** What is put to the executive when the lead adds nothing: a question about what the escalation came of, and the
   * standard options of its kind, each with its consequence. */
  standardCase(about: EscalationAbout): StandardCase;
  /** A criterion of a gate, as the gate's cards call it. */
  criterion(result: Pick<CriterionResult, 'kind' | 'groupName' | 'what'>): string;
  /** Why an escalation about a gate is over: the gate was decided on its own card. */
  gateWasDecided(gateName: string): string;
  /** What the author of an option is asked to do about the changes that voters want. */
  changesAsked(): string;
  /** Why an escalation about a review is over: it was decided on its own card. */
  reviewWasDecided(title: string): string;
  /** Put to the people who live with a workflow. */
  workaroundQuestion(workflow: string): string;
  /** Why a decision is to be confirmed. */
  workedAround(groupName: string): string;
  /** The second question of every ballot. */
  worksQuestion(): string;
  /** An outcome of a design review, within a sentence. */
  reviewOutcome(kind: ReviewOutcomeKind): string;

  /** What an issue is called that has no published title: nothing of its words. */
  issueTitle(category: IssueCategory): string;
}

export type EscalationAbout = Pick<Escalation, 'source' | 'evidence' | 'facts'>;
export type StandardCase = Pick<EscalationCase, 'question' | 'options'>;
