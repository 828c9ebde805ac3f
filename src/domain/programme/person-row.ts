/** One row of a people file, as it was written: every value is still plain text. */

/** What every row says of a person, however they are identified. */
export interface PersonFactsRow {
  readonly displayName: string;
  /** The id or the name of a declared staff group. */
  readonly staffGroup: string;
  /** The ODS code of a declared site. */
  readonly site: string;
  readonly area?: string;
  readonly cohort?: string;
  readonly shift?: string;
  readonly employment?: string;
  readonly trainedOn?: string;
  readonly worksFirstFortnight?: string;
  readonly accessTestedOn?: string;
}

/** Somebody whom the directory knows. */
export interface PersonRow extends PersonFactsRow {
  readonly aadObjectId: string;
}

/** Somebody without Teams. */
export interface AssistedRow extends PersonFactsRow {
  /** What the organisation calls them in this file, such as a payroll number. */
  readonly reference: string;
}
