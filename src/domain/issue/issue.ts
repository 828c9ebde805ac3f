/** Something that gets in the way of the work, raised by a person whose name stays hidden unless they chose otherwise. */

import { lessonThemes, practicalThemes } from '../bank/themes';
import type { DecisionId, EscalationId, IssueId, PersonId, ProgrammeId, ReviewId } from '../ids';
import type { Day, Instant } from '../instant';
import type { Intending } from '../intent/intent';
import type { Role } from '../programme/programme';

export const issueCategories = [...practicalThemes, ...lessonThemes] as const;
export type IssueCategory = (typeof issueCategories)[number];

/** How it affects the work, in the order of how much it matters. */
export const issueEffects = ['slowsMeDown', 'workAround', 'careCouldSuffer'] as const;
export type IssueEffect = (typeof issueEffects)[number];

/**
 * `untriaged`: nobody has dealt with it, or it came back. `asking`: the raiser was asked something. `fixing`: it has an
 * owner and a date. `escalated`: an executive is to decide. `answered`: the people concerned are told and asked whether it
 * helped. `confirmed`: it helped, or nobody said otherwise in time. `merged`: another issue carries it on.
 */
export type IssueStatus =
  | 'untriaged'
  | 'asking'
  | 'fixing'
  | 'escalated'
  | 'answered'
  | 'confirmed'
  | 'merged';

/** Names a person's part in one issue: an HMAC of issue and person, which nobody without the service key can tell. */
export type ConcernKey = string & { readonly __brand: 'concern' };

export interface Issue extends Intending {
  readonly issueId: IssueId;
  readonly programmeId: ProgrammeId;
  /** The day, never the time. */
  readonly raisedOn: Day;
  /** As typed, masked. */
  readonly text: string;
  readonly category: IssueCategory;
  /** The ODS code of the site. */
  readonly site: string;
  readonly effect: IssueEffect;
  /** Present exactly where the raiser lets the programme know. */
  readonly raiserName?: string;
  /** What everybody may read of it, in the lead's words; others can add their voice to it. */
  readonly publishedTitle?: string;
  readonly hazard?: Hazard;
  /** Raised as "unsafe, because …" on the ballot of this review. */
  readonly reviewId?: ReviewId;
  /** Present where the lead says that a go-live must wait for it. */
  readonly blocker?: { readonly by: PersonId; readonly byName: string; readonly on: Day };
  readonly status: IssueStatus;
  /** Counts what was done to it: a tap on an older card changes nothing. */
  readonly revision: number;
  readonly fix?: PlannedFix;
  /** Numbers of the answers that promised a fix whose day passed, so that its owner was reminded. */
  readonly remindedFixes?: readonly number[];
  /** Oldest first; their `number` counts from 1. */
  readonly answers: readonly IssueAnswer[];
  /** What the people concerned are sent, oldest first; `number` counts from 1. */
  readonly messages: readonly IssueMessage[];
  readonly threads: readonly IssueThread[];
  readonly reopenings: readonly { readonly on: Day; readonly afterAnswer: number }[];
  readonly mergedInto?: IssueId;
  /** Issues that were merged into this one. */
  readonly merged: readonly IssueId[];
  /** The latest escalation; while one is being made there is its case as well. */
  readonly escalationId?: EscalationId;
  readonly goingUp?: IssueCase;
  /** The number of this issue in the programme's own RAID log. */
  readonly externalRef?: string;
  readonly acknowledgedOn?: Day;
  readonly decidedOn?: Day;
  /** When the last of the people concerned had been sent the latest answer. */
  readonly toldOn?: Day;
  readonly confirmedOn?: Day;
  /** From when on nothing says any more whom it concerned. */
  readonly forgottenOn?: Day;
  /** The number of the latest answer that the programme's channel has. */
  readonly postedToChannel?: number;
}

/** A fix that somebody owns. */
export interface PlannedFix {
  readonly owner: PersonId;
  readonly ownerName: string;
  readonly dueOn: Day;
  readonly words: string;
  readonly plannedOn: Day;
  readonly doneOn?: Day;
  /** Whoever owns it knows it from elsewhere: they get no card. */
  readonly isWithoutCard?: true;
}

/** What the lead puts to the executive about an issue. */
export interface IssueCase {
  readonly by: PersonId;
  /** 1 for the first time this issue goes up. */
  readonly round: number;
  readonly question: string;
  readonly options: readonly { readonly title: string; readonly consequence: string }[];
  /** 1-based, among the options. */
  readonly recommendedOption?: number;
  readonly recommendation?: string;
  readonly costOfWaiting?: string;
}

/** The last four ask whether it helped, but for `fixPlanned`, `escalated` and `merged`, which say where it stands. */
export type IssueAnswerKind = 'fixPlanned' | 'escalated' | 'merged' | 'fixed' | 'notNow' | 'decided';

export interface IssueAnswer {
  readonly number: number;
  readonly kind: IssueAnswerKind;
  readonly on: Day;
  /** The reason or what was done, masked. */
  readonly words: string;
  readonly by: PersonId;
  readonly byName: string;
  /** Absent where whoever owned the fix holds no role. */
  readonly role?: Role;
  /** Of `decided`: which decision of the escalation. */
  readonly decisionId?: DecisionId;
  /** Of `decided`: what was decided; `approve` is "you said, we did", the others "you said, we can't, because". */
  readonly decision?: { readonly kind: 'approve' | 'reject' | 'defer'; readonly option?: string };
  /** Of `fixPlanned` and a deferral: until when. */
  readonly until?: Day;
}

/** One thing to be sent to the people concerned; each of them gets it once. */
export interface IssueMessage {
  readonly number: number;
  readonly to: 'everyone' | ConcernKey;
  /** `answer`: the answer of that number. `thread`: the newest entry of the recipient's thread. `hazard`: what the
   * clinical safety officer said of it. */
  readonly about: 'answer' | 'thread' | 'hazard';
  readonly ref: number;
}

/** What the programme and one person whose name may be hidden say to each other. */
export interface IssueThread {
  readonly with: ConcernKey;
  readonly entries: readonly {
    readonly from: 'programme' | 'person';
    readonly text: string;
    readonly on: Day;
    /** Of the programme's side only. */
    readonly byName?: string;
  }[];
}

/** What could harm a patient: counted by gates until the clinical safety officer closes it. */
export interface Hazard {
  readonly status: 'open' | 'mitigated' | 'notAHazard';
  /** Who was alerted, how often; absent until the first time. Goes on counting where the issue is a hazard again. */
  readonly alerts?: HazardAlerts;
  /** How often whoever has it was sent what the people concerned said since. */
  readonly replies?: number;
  readonly acknowledged?: HazardAct;
  readonly closed?: HazardAct & { readonly words: string };
  /** How it was closed before it was opened again, oldest first. */
  readonly earlier?: readonly HazardClosing[];
}

/** What somebody did about a hazard, in the role they held. */
export interface HazardAct {
  readonly by: PersonId;
  readonly byName: string;
  readonly role: Role;
  readonly at: Instant;
}

export interface HazardAlerts {
  /** The number of the latest; 1 is the first. */
  readonly number: number;
  /** Everybody whose role has been alerted so far. */
  readonly roles: readonly Role[];
  /** How often all of them have been alerted again. */
  readonly repeats: number;
}

export interface HazardClosing {
  readonly status: Exclude<Hazard['status'], 'open'>;
  readonly closed: NonNullable<Hazard['closed']>;
}

/** How many stand behind an issue, as far as it may be told. */
export type SupportLevel = 'none' | 'aFewOthers' | 'moreThanTen';

export function supportLevelOf(supporters: number): SupportLevel {
  if (supporters > 10) return 'moreThanTen';
  return supporters > 0 ? 'aFewOthers' : 'none';
}
