/** Entries of the decision log as rows of a table, with their evidence in words. */

import type { ExportDecisionsOutcome, ExportedDecision } from '../../app/decision/export-decisions.use-case';
import { entryInWords } from '../../cards/entry-words';
import { assistedInWords, figuresInWords, newestByGroup } from '../../cards/evidence-parts';
import { factInWords } from '../../cards/fact-parts';
import { criterionTitle, verdictInWords } from '../../cards/gate-words';
import { reviewEvidenceInWords } from '../../cards/review-evidence';
import {
  type DecisionLogEntry,
  type EntryOnEscalation,
  type EntryOnGate,
  type EntryOnReview,
  isOnEscalation,
  isOnReview,
} from '../../domain/decision/decision';
import type { PersonId } from '../../domain/ids';
import { type Catalogue, catalogueFor } from '../../text/catalogue';
import type { DecisionRow } from './decision-row.schema';

type Exported = Extract<ExportDecisionsOutcome, { readonly outcome: 'exported' }>;
type NameOf = (personId: PersonId) => string;

/** Who is not named any more stays a pseudonym. */
export function decisionRows({ programme, decisions, names }: Exported): readonly DecisionRow[] {
  const text = catalogueFor(programme.timeZone);
  const nameOf: NameOf = (personId) => names[personId] ?? personId;
  return decisions.map((exported) => {
    const { entry } = exported;
    return {
      ...commonOf(exported, text),
      programmeName: programme.name,
      isSynthetic: programme.isSynthetic,
      decidedByName: names[entry.decidedBy] ?? null,
      ...partsOf(entry, nameOf, text),
    };
  });
}

function commonOf({ entry, externalRefs, replacedBy, replaces }: ExportedDecision, text: Catalogue) {
  const { seq, mac, decisionId, programmeId, question, kind, rationale, decidedBy, role, decidedAt } = entry;
  return {
    logNumber: seq,
    head: mac,
    decisionId,
    programmeId,
    externalRef: externalRefs.length > 0 ? externalRefs.join('; ') : null,
    question,
    kind,
    decision: entryInWords(entry, text),
    rationale,
    decidedBy,
    role,
    decidedAt,
    reviewOn: entry.reviewOn?.slice(0, 10) ?? null,
    supersedes: replaces ?? null,
    supersededBy: replacedBy ?? null,
  } satisfies Partial<DecisionRow>;
}

type Parts = Omit<
  DecisionRow,
  keyof ReturnType<typeof commonOf> | 'programmeName' | 'isSynthetic' | 'decidedByName'
>;

function partsOf(entry: DecisionLogEntry, nameOf: NameOf, text: Catalogue): Parts {
  if (isOnEscalation(entry)) return partsOnEscalation(entry, nameOf, text);
  return isOnReview(entry) ? partsOnReview(entry, nameOf, text) : partsOnGate(entry, nameOf, text);
}

function partsOnEscalation(entry: EntryOnEscalation, nameOf: NameOf, text: Catalogue): Parts {
  const { options, recommendedOptionId, recommendation, costOfWaiting, delegatedBy, source } = entry;
  const { escalations } = text;
  const recommended = options.find(({ id }) => id === recommendedOptionId);
  return {
    about: 'escalation',
    subjectId: entry.escalationId,
    source: source?.kind ?? null,
    options: asText(options.map(({ title, consequence }) => escalations.consequence(title, consequence))),
    recommendation: orNull([recommended && escalations.recommends(recommended.title), recommendation]),
    costOfWaiting: costOfWaiting ?? null,
    delegatedBy: delegatedBy ? nameOf(delegatedBy) : null,
    evidence: evidenceOf(entry, text),
    advice: orNull(adviceOf(entry, nameOf, text)),
    asked: orNull(askedOf(entry, nameOf, text)),
    isAgainstEvidence: false,
    mitigation: null,
    rollbackTrigger: null,
    condition: null,
  };
}

function evidenceOf({ evidence, facts = [] }: EntryOnEscalation, text: Catalogue): string {
  return asText([
    ...facts.flatMap((fact) => {
      const { title, lines } = factInWords(fact, text);
      return [`${title}: ${lines.join(' ')}`];
    }),
    ...newestByGroup(evidence).map((item) => {
      const figures = figuresInWords(item, text).filter((one) => one !== undefined);
      return `${item.groupName}: ${figures.join(' ')}`;
    }),
    ...assistedInWords(evidence, text),
  ]);
}

function adviceOf({ advice = [] }: EntryOnEscalation, nameOf: NameOf, { decisions, roles }: Catalogue) {
  return advice.map(
    ({ by, role, givenAt, words }) => `${decisions.adviceBy(nameOf(by), roles[role], givenAt)} ${words}`,
  );
}

function askedOf({ moreAsked = [] }: EntryOnEscalation, nameOf: NameOf, { decisions }: Catalogue) {
  return moreAsked.flatMap(({ askedBy, askedAt, words, answer }) => [
    `${decisions.moreBy(nameOf(askedBy), askedAt)} ${words}`,
    ...(answer ? [`${decisions.moreAnsweredBy(nameOf(answer.by), answer.answeredAt)} ${answer.words}`] : []),
  ]);
}

function partsOnGate(entry: EntryOnGate, nameOf: NameOf, { gates }: Catalogue): Parts {
  const { against, condition, evidence } = entry;
  return {
    about: 'gate',
    subjectId: entry.gateId,
    source: null,
    options: '',
    recommendation: null,
    costOfWaiting: null,
    delegatedBy: null,
    evidence: asText(
      evidence.judgements.flatMap(({ verdict, results }) => [
        gates.verdict(verdict),
        ...results.map((result) => `${criterionTitle(result, gates)}: ${verdictInWords(result, gates)}`),
      ]),
    ),
    advice: against ? gates.advisedBy(nameOf(against.advisedBy)) : null,
    asked: null,
    isAgainstEvidence: against !== undefined,
    mitigation: against?.mitigation ?? null,
    rollbackTrigger: against?.rollbackTrigger ?? null,
    condition: condition ? gates.condition(condition.what, nameOf(condition.owner), condition.dueOn) : null,
  };
}

function partsOnReview(entry: EntryOnReview, nameOf: NameOf, text: Catalogue): Parts {
  const { options, outcome, isAgainstTheVote } = entry;
  const { escalations } = text;
  const leading = options.find(({ id }) => id === outcome.leadingOptionId);
  return {
    about: 'review',
    subjectId: entry.reviewId,
    source: null,
    options: asText(options.map(({ title, consequence }) => escalations.consequence(title, consequence))),
    recommendation: leading?.title ?? null,
    costOfWaiting: null,
    delegatedBy: null,
    evidence: asText(reviewEvidenceInWords(entry, nameOf, text)),
    advice: null,
    asked: null,
    isAgainstEvidence: isAgainstTheVote,
    mitigation: null,
    rollbackTrigger: null,
    condition: null,
  };
}

function asText(lines: readonly (string | undefined)[]): string {
  return lines.filter((one) => one !== undefined).join('\n');
}

function orNull(lines: readonly (string | undefined)[]): string | null {
  return asText(lines) || null;
}
