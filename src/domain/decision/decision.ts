/** An entry of the decision log: who decided what, on which evidence, under which authority. Never edited. */

import type { GroupRow, ReleaseTable } from '../disclosure/release';
import type {
  Advice,
  DecisionKind,
  EscalationCase,
  EscalationEvidence,
  EscalationFact,
  EscalationSource,
  MoreAsked,
} from '../escalation/escalation';
import type { GateDecision, GateEvidence, GateTerms } from '../gate/gate';
import type { CalendarEntry } from '../gate/gate-definition';
import type { DecisionId, EscalationId, GateId, PersonId, ProgrammeId, ReviewId, WaveId } from '../ids';
import type { Instant } from '../instant';
import type { IssueCategory } from '../issue/issue';
import type { EscalationPolicy, EscalationStep, Role } from '../programme/programme';
import type { Dissent } from '../review/dissent';
import type {
  AttributedBallot,
  Review,
  ReviewDecision,
  ReviewOption,
  ReviewOutcome,
  Voting,
} from '../review/review';

/** What every decision has. Holds pseudonyms: names resolve from an erasable record. */
interface DecisionBase {
  readonly decisionId: DecisionId;
  readonly programmeId: ProgrammeId;
  readonly question: string;
  readonly rationale: string;
  readonly decidedBy: PersonId;
  readonly role: Role;
  readonly decidedAt: Instant;
  /** When it is to be looked at again. */
  readonly reviewOn?: Instant;
}

/** The optional parts are absent in entries from before they were kept, whose links cover them as they are. */
export interface DecisionOnEscalation
  extends DecisionBase,
    Partial<Pick<EscalationCase, 'recommendedOptionId' | 'recommendation' | 'costOfWaiting'>> {
  readonly escalationId: EscalationId;
  readonly options: EscalationCase['options'];
  readonly kind: DecisionKind;
  readonly optionId?: string;
  readonly source?: EscalationSource;
  readonly evidence: readonly EscalationEvidence[];
  readonly facts?: readonly EscalationFact[];
  readonly advice?: readonly LoggedAdvice[];
  readonly moreAsked?: readonly LoggedMoreAsked[];
  /** The decision that this one takes the place of. */
  readonly supersedes?: DecisionId;
  /** Who handed it to those who were asked. */
  readonly delegatedBy?: PersonId;
  readonly policy: LoggedPolicy;
}

export type LoggedAdvice = Omit<Advice, 'byName'>;

export type LoggedMoreAsked = Omit<MoreAsked, 'askedByName' | 'answer'> & {
  readonly answer?: Omit<NonNullable<MoreAsked['answer']>, 'byName'>;
};

/** The policy as it was, with pseudonyms for the people it names. */
export type LoggedPolicy = Omit<EscalationPolicy, 'steps' | 'board' | 'sponsors'> & {
  readonly steps?: readonly (Omit<EscalationStep, 'person'> & { readonly person?: PersonId })[];
  readonly board?: PersonId;
  readonly sponsors?: readonly { readonly category: IssueCategory; readonly person: PersonId }[];
};

export interface DecisionOnGate
  extends DecisionBase,
    Pick<GateDecision, 'kind' | 'against' | 'condition' | 'delayUntil' | 'change'> {
  readonly gateId: GateId;
  /** Without who set the days of the calendar: a name could never be erased from here. */
  readonly evidence: Pick<GateEvidence, 'judgements'> & {
    readonly calendar: readonly Omit<CalendarEntry, 'setBy'>[];
  };
  /** The terms it was decided under. */
  readonly terms: Pick<GateTerms, 'decidesOn' | 'goLiveOn'>;
}

/** What a round of a review released, dissent included, and nothing else of it. */
export type ReviewEvidence = Pick<
  ReleaseTable,
  'questionId' | 'questionText' | 'questionKind' | 'choices' | 'favourableChoice' | 'leadingChoice'
> & {
  readonly waveId: WaveId;
  readonly rows: readonly Pick<
    GroupRow,
    'groupId' | 'kind' | 'name' | 'headcount' | 'figures' | 'isNotAffected'
  >[];
};

/** A vote that was given with a name to it, under the voter's pseudonym. */
export type LoggedBallot = Pick<AttributedBallot, 'personId' | 'groupName' | 'optionId' | 'works'>;

export interface DecisionOnReview
  extends DecisionBase,
    Pick<ReviewDecision, 'kind' | 'optionId' | 'isAgainstTheVote' | 'supersedes'>,
    Pick<Review, 'workflow' | 'policy'> {
  readonly reviewId: ReviewId;
  readonly title: string;
  readonly artefact: string;
  readonly version: string;
  /** Without who wrote them: a name could never be erased from here. */
  readonly options: readonly Omit<ReviewOption, 'authorName'>[];
  readonly voting: Voting;
  /** Which asking it rests on. */
  readonly round: number;
  readonly outcome: ReviewOutcome;
  readonly evidence: readonly ReviewEvidence[];
  /** Who saw it differently, as it may be told. */
  readonly dissent: readonly Dissent[];
  readonly ballots: readonly LoggedBallot[];
}

/** What is decided, before it has a place in the chain. */
export type Decision = DecisionOnEscalation | DecisionOnGate | DecisionOnReview;

/** A decision in its place: each entry's `mac` covers its content and the entry before it. */
export type DecisionLogEntry = Decision & {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly previousMac: string;
  readonly mac: string;
  readonly keyId: string;
};

export type EntryOnEscalation = Extract<DecisionLogEntry, { readonly escalationId: EscalationId }>;
export type EntryOnGate = Extract<DecisionLogEntry, { readonly gateId: GateId }>;

export type EntryOnReview = Extract<DecisionLogEntry, { readonly reviewId: ReviewId }>;

export function isOnReview(entry: DecisionLogEntry): entry is EntryOnReview {
  return 'reviewId' in entry;
}

export function isOnGate(entry: DecisionLogEntry): entry is EntryOnGate {
  return 'gateId' in entry;
}

export function isOnEscalation(entry: DecisionLogEntry): entry is EntryOnEscalation {
  return 'escalationId' in entry;
}
