/** What a programme asks of every design review, apart from the review itself. */

export interface ReviewPolicy {
  /** 0 to 1: in every affected reporting group at least this share stands behind it. */
  readonly agreedShare: number;
  /** 0 to 1: of each group's people so many must have voted. */
  readonly quorumShare: number;
  /** And at least so many votes; not less than k. */
  readonly quorumMinimum: number;
  /** 0 to 1: from this released share of people who work around it on, the decision is reopened. */
  readonly workaroundShare: number;
}
