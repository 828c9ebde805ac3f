/** One row of a people file, as it was written: every value is still plain text. */

export interface PersonRow {
  readonly aadObjectId: string;
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
