/** A design review: one choice of configuration or workflow, put to everybody who will live with it. */

import type { DecisionId, EscalationId, IssueId, PersonId, ProgrammeId, ReviewId, WaveId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { Role } from '../programme/programme';
import type { ReviewPolicy } from './review-terms';

/** `full`: between options. `confirm`: as it is (the first option) against one change (the second). */
export type ReviewKind = 'full' | 'confirm';
/** `confidential`: like answers to a pulse. `attributed`: an expert panel; every voter is told before that names are shown. */
export type Voting = 'confidential' | 'attributed';

export const optionAuthors = ['supplier', 'subjectExpert', 'digitalTeam'] as const;
export type OptionAuthor = (typeof optionAuthors)[number];

/** Who worked on the options; a review opens only with a frontline and a digital or supplier contributor. */
export const contributorKinds = ['frontline', 'digitalTeam', 'supplier'] as const;
export type ContributorKind = (typeof contributorKinds)[number];

/** `draft`: being set up. `open`: people vote. `closed`: the outcome stands and the decider is asked. `decided`.
 * `toBeConfirmed`: decided once, and something changed since: it is to be asked again. */
export type ReviewStatus = 'draft' | 'open' | 'closed' | 'decided' | 'toBeConfirmed';

export interface Proposal {
  readonly artefact: string;
  readonly version: string;
  readonly link?: string;
  /** At most three, each with its words for who cannot see it. */
  readonly images: readonly { readonly url: string; readonly alternativeText: string }[];
  /** A short table, instead of images. */
  readonly beforeAfter: readonly {
    readonly what: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface ReviewOption {
  readonly id: string;
  readonly title: string;
  readonly consequence: string;
  readonly author: OptionAuthor;
  readonly authorName: string;
  /** Ids of staff groups. */
  readonly affects: readonly string[];
}

export const worksAnswers = ['works', 'worksWithChanges', 'doesNotWork'] as const;
export type WorksAnswer = (typeof worksAnswers)[number];

export const reviewOutcomes = ['agreed', 'agreedWithChanges', 'contested', 'notRepresentative'] as const;
export type ReviewOutcomeKind = (typeof reviewOutcomes)[number];

export interface ReviewOutcome {
  readonly kind: ReviewOutcomeKind;
  /** The option with more votes than any other; absent in a tie, where it may not be told, and where nobody voted. */
  readonly leadingOptionId?: string;
  /** Reporting groups by name. */
  readonly groupsThatDiffer: readonly string[];
  readonly groupsNotHeard: readonly string[];
  /** Nearly all who answered there say that it is not their area, so nothing waits for them. */
  readonly groupsNotAffected?: readonly string[];
  /** "Unsafe" that the clinical safety officer had not closed. */
  readonly openUnsafe: number;
  readonly reachedAt: Instant;
}

/** For a group too small to be shown: somebody who speaks for it by name. */
export interface Representative {
  readonly groupName: string;
  readonly personId: PersonId;
  readonly displayName: string;
}

/** "Works with changes": what the author of an option is to do about it. */
export interface ReviewAction {
  readonly number: number;
  readonly optionId: string;
  readonly author: OptionAuthor;
  readonly authorName: string;
  readonly what: string;
  readonly dueOn: Day;
  readonly doneOn?: Day;
  readonly reply?: string;
}

export interface ReviewDecision {
  readonly decisionId: DecisionId;
  readonly kind: 'approve' | 'reject' | 'defer';
  readonly optionId?: string;
  readonly rationale: string;
  /** True where it goes against what the people affected said. */
  readonly isAgainstTheVote: boolean;
  readonly decidedBy: PersonId;
  readonly decidedByName: string;
  readonly role: Role;
  readonly decidedAt: Instant;
  readonly supersedes?: DecisionId;
  readonly logged?: { readonly seq: number; readonly head: string };
}

export type StaleReason = 'newVersion' | 'reviewDate' | 'otherProgramme' | 'workarounds';

/** One asking: the wave that carries its ballots, and what came of it. */
export interface ReviewRound {
  readonly number: number;
  /** Absent for an attributed one. */
  readonly waveId?: WaveId;
  readonly openedAt: Instant;
  readonly closesAt: Instant;
  readonly outcome?: ReviewOutcome;
}

export interface Review extends Intending {
  readonly reviewId: ReviewId;
  readonly programmeId: ProgrammeId;
  /** Of the programme's list of workflows. */
  readonly workflow: string;
  readonly title: string;
  readonly question: string;
  readonly kind: ReviewKind;
  readonly voting: Voting;
  readonly proposal: Proposal;
  readonly options: readonly ReviewOption[];
  readonly contributors: readonly { readonly kind: ContributorKind; readonly name: string }[];
  /** Who decides: whoever holds this role. */
  readonly decider: Role;
  readonly closesOn: Day;
  readonly reviewAgainOn: Day;
  readonly policy: ReviewPolicy;
  readonly representatives: readonly Representative[];
  /** People asked by name, where voting is attributed. */
  readonly panel: readonly PersonId[];
  readonly status: ReviewStatus;
  /** Counts what was done to it: a tap on an older card changes nothing. */
  readonly revision: number;
  /** Oldest first; the last is the present one. */
  readonly rounds: readonly ReviewRound[];
  /** Issues raised as "unsafe, because …" on its ballots: the clinical safety officer closes them. */
  readonly unsafe: readonly IssueId[];
  readonly actions: readonly ReviewAction[];
  readonly decision?: ReviewDecision;
  readonly earlierDecisions: readonly ReviewDecision[];
  readonly decideBy?: Instant;
  /** The asking for which nobody was there who holds the decider's role: whoever stands in is asked as well. */
  readonly handedOver?: number;
  readonly escalationId?: EscalationId;
  readonly versions: readonly {
    readonly version: string;
    readonly on: Day;
    readonly isMaterial: boolean;
    /** Why it is not material. */
    readonly reason?: string;
    readonly recordedBy: PersonId | 'command';
  }[];
  readonly stale?: { readonly since: Day; readonly because: StaleReason; readonly detail: string };
}

/** A vote with a name to it: on an expert panel, or for a group too small to be shown. */
export interface AttributedBallot {
  readonly reviewId: ReviewId;
  readonly round: number;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly groupName: string;
  readonly optionId?: string;
  readonly works?: WorksAnswer | 'notMyArea';
  /** Masked. */
  readonly comment?: string;
  readonly revision: number;
  readonly votedOn: Day;
}
