/** Whom a pulse asks of a programme's people, found while they are read, with the counts of everybody. */

import type { Audience } from '../../domain/pulse/question';
import { AudienceSelection, type SelectionCounts } from '../../domain/pulse/select-audience';
import type { CandidateInCell } from './candidates-of';
import { HeadcountTally } from './headcount-tally';

/** Reads everybody anew each time, in ascending order of person id. */
export type ReadCandidates = () => AsyncIterable<CandidateInCell>;

export class PeopleAsked implements AsyncIterable<CandidateInCell> {
  /** Complete once they have been read through. */
  readonly everybody = new HeadcountTally();
  readonly asked = new HeadcountTally();
  readonly #selection: AudienceSelection;

  constructor(
    private readonly read: ReadCandidates,
    names: ConstructorParameters<typeof AudienceSelection>[0],
    audience: Audience,
  ) {
    this.#selection = new AudienceSelection(names, audience);
  }

  /** To be read through once. Of a share the people are read twice: to draw it, and to find those who were drawn. */
  async *[Symbol.asyncIterator](): AsyncGenerator<CandidateInCell> {
    if (this.#selection.drawsShare) {
      for await (const candidate of this.read()) this.#selection.consider(candidate);
    }
    for await (const candidate of this.read()) {
      this.everybody.add(candidate);
      if (!this.#selection.asks(candidate)) continue;
      this.asked.add(candidate);
      yield candidate;
    }
  }

  /** Reads them through where nothing is to be done for each. */
  async count(): Promise<SelectionCounts> {
    for await (const _counted of this);
    return this.counts;
  }

  get counts(): SelectionCounts {
    return this.#selection.counts();
  }
}
