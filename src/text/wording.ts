/** The sentences that become part of a record, as the wording port asks for them. */

import type { Escalation, EscalationCase } from '../domain/escalation/escalation';
import { troubleOf } from '../domain/escalation/trouble-of';
import type { CriterionResult } from '../domain/gate/verdict';
import type { IssueCategory } from '../domain/issue/issue';
import type { ReviewOutcomeKind } from '../domain/review/review';
import { catalogueFor } from './catalogue';

type Case = Pick<EscalationCase, 'question' | 'options'>;

export const wording = {
  /** By the first fact of the kind that it came of; without one, by the groups in trouble. */
  standardCase({ source, evidence, facts = [] }: Pick<Escalation, 'source' | 'evidence' | 'facts'>): Case {
    const { escalations, escalationCases } = catalogueFor('Europe/London');
    const fact = facts.find(({ kind }) => kind === source.kind);
    switch (fact?.kind) {
      case 'issue':
        return escalationCases.issue(fact);
      case 'backlog':
        return escalationCases.backlog(fact);
      case 'gate':
        return escalationCases.gate(fact);
      case 'review':
        return escalationCases.review(fact);
      default: {
        const groupNames = [...new Set(evidence.map(({ groupName }) => groupName))];
        return escalations.standardCase(groupNames, troubleOf(evidence));
      }
    }
  },

  issueTitle(category: IssueCategory): string {
    const { triage, bank } = catalogueFor('Europe/London');
    return triage.untitled(bank.themes[category]);
  },

  criterion({ kind, groupName, what }: Pick<CriterionResult, 'kind' | 'groupName' | 'what'>): string {
    return catalogueFor('Europe/London').gates.criterion(kind, what ?? groupName);
  },

  changesAsked: (): string => catalogueFor('Europe/London').reviewDecisions.changesAsked,

  reviewWasDecided: (title: string): string =>
    catalogueFor('Europe/London').reviewDecisions.reviewWasDecided(title),

  workaroundQuestion: (workflow: string): string =>
    catalogueFor('Europe/London').reviewDecisions.workaroundQuestion(workflow),

  workedAround: (groupName: string): string =>
    catalogueFor('Europe/London').reviewDecisions.workedAround(groupName),

  worksQuestion: (): string => catalogueFor('Europe/London').reviewDecisions.worksQuestion,

  /** Of a design review, as an escalation's fact and a card say it. */
  reviewOutcome: (kind: ReviewOutcomeKind): string =>
    catalogueFor('Europe/London').reviewDecisions.outcomes[kind],

  gateWasDecided: (gateName: string): string =>
    catalogueFor('Europe/London').escalationCases.gateWasDecided(gateName),
};
