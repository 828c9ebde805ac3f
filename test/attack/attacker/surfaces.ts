/** All that an attacker is given: the roster, and what the surfaces of a programme show, as JSON. */

export const attributes = ['shift', 'area', 'cohort', 'employment'] as const;
export type Attribute = (typeof attributes)[number];

/** One person, as everybody who works there may know them. */
export interface RosterPerson extends Readonly<Partial<Record<Attribute, string>>> {
  readonly id: string;
  readonly atomId: string;
  /** Has no Teams: whoever works beside them knows. */
  readonly isAssisted?: boolean;
}

/** A row as the release, or an export of it, spells it; whatever else it holds is not read. */
export interface SurfaceRow {
  readonly groupId: string;
  readonly kind: string;
  readonly name: string;
  readonly atomIds: readonly string[];
  readonly headcount: number;
  readonly figures: SurfaceFigures;
  readonly responsePercent?: number | null;
  readonly isBelowFloor: boolean;
  readonly isNotAffected?: boolean;
}

export interface SurfaceFigures {
  readonly label: string;
  readonly n?: number | null;
  readonly favourable?: number | null;
  readonly favourableShare?: number | null;
  readonly interval?: { readonly lower: number; readonly upper: number } | null;
  readonly band?: string | null;
  /** Of a ballot's question whether it works. */
  readonly unfavourableBand?: string;
  readonly netAgreement?: number | null;
  readonly mean?: number | null;
  readonly distribution?: readonly { readonly label: string; readonly count: number }[];
  readonly outside?: Readonly<Record<string, unknown>>;
}

export interface SurfaceTable {
  readonly questionId: string;
  readonly questionKind: string;
  /** The ends of a scale, as its card offers them. */
  readonly scale?: { readonly minimum: number; readonly maximum: number };
  readonly rows: readonly SurfaceRow[];
  /** Of a ballot's question between options: how many there were, which one rows are about, and whether it leads. */
  readonly options?: number;
  readonly favourableChoice?: string;
  readonly leadingChoice?: string;
  readonly choices?: {
    readonly label: string;
    readonly n?: number;
    readonly distribution?: readonly { readonly label: string; readonly count: number }[];
  };
}

/** What the voters, the decider and the log are told of a review, and the rule by which it came about. */
export interface SurfaceReview {
  readonly policy: {
    readonly agreedShare: number;
    readonly quorumShare: number;
    readonly quorumMinimum: number;
  };
  readonly kind: string;
  readonly leadingOptionId?: string;
  readonly groupsThatDiffer: readonly string[];
  readonly groupsNotHeard: readonly string[];
  readonly groupsNotAffected: readonly string[];
  readonly dissent: readonly {
    readonly groupName: string;
    readonly prefersAnother: boolean;
    readonly doesNotWork: boolean;
    readonly option?: SurfaceFigures;
    readonly works?: SurfaceFigures;
  }[];
}

/** One flat line of the export of scores. */
export interface SurfaceScore {
  readonly questionId: string;
  readonly groupId: string;
  readonly label: string;
  readonly n: number | null;
  readonly favourableShare: number | null;
  readonly band: string | null;
  readonly netAgreement: number | null;
  readonly mean: number | null;
  readonly responsePercent: number | null;
  readonly isBelowFloor: boolean;
}

/** How many people answered beside a champion. */
export interface SurfaceAssisted {
  readonly answers: {
    readonly label: string;
    readonly limit?: number;
    readonly from?: number;
    readonly to?: number;
  };
}

export interface SurfaceWave {
  readonly waveId: string;
  readonly roster: readonly RosterPerson[];
  /** k. */
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  /** Every time the release was read: more than once where a crash made it be computed again. */
  readonly releases: readonly {
    readonly tables: readonly SurfaceTable[];
    readonly assisted?: SurfaceAssisted;
  }[];
  readonly scores: readonly SurfaceScore[];
  /** Adaptive cards about the first question, as they were sent. */
  readonly cards: readonly unknown[];
  readonly review?: SurfaceReview;
}

export const parts = ['favourable', 'neutral', 'unfavourable'] as const;
export type Part = (typeof parts)[number];

/** Somebody who attacks from within: they know what they said themselves. */
export interface Insider {
  readonly waveId: string;
  readonly questionId: string;
  readonly personId: string;
  readonly said: Part;
}

/** What the attacker says it has found out. */
export interface Claim {
  readonly waveId: string;
  readonly questionId: string;
  readonly people: readonly string[];
  /** `group`: few people; `band`: a group of which only the band is shown, and now the count behind it. */
  readonly about: 'group' | 'band';
  readonly of: 'n' | 'favourable' | 'unfavourable';
  readonly low: number;
  readonly high: number;
  /** How it was found, for those who have to mend it. */
  readonly how: string;
  readonly insider?: Insider;
}
