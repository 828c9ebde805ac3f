/** One thing that the doctor looked at. */

export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly words: string;
}
