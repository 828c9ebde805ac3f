/** Counts, for the criteria that are about people and not about answers, who is trained and whose access was tested. */

import { type Day, dayOf, type Instant, plusDays } from '../instant';
import type { Person } from '../programme/person';
import type { GateTerms } from './gate';
import { isGroupCriterion } from './gate-definition';
import { holdsPerson } from './named-group';
import type { CountedShare, PeopleColumn } from './verdict';

/** Training counts for so long before the go-live. */
export const trainingCountsForDays = 84;

export interface GroupCount {
  readonly trained: CountedShare;
  readonly trainedOfFirstFortnight: CountedShare;
  readonly accessTested: CountedShare;
}

export interface PeopleCounts {
  /** Columns in which nobody of the programme has anything: they were not in the people file. */
  readonly missing: readonly PeopleColumn[];
  readonly byCriterion: Readonly<Record<string, GroupCount>>;
}

interface Tally {
  people: number;
  trained: number;
  fortnight: number;
  trainedFortnight: number;
  tested: number;
}

/** Takes the people one at a time, so that a programme of any size is counted in one pass. */
export class PeopleCounter {
  private readonly seen = new Set<PeopleColumn>();
  private readonly tallies = new Map<string, Tally>();
  private readonly trainedFrom: Day;

  constructor(
    private readonly terms: GateTerms,
    private readonly today: Day,
  ) {
    this.trainedFrom = dayOf(plusDays(`${terms.goLiveOn}T12:00:00.000Z` as Instant, -trainingCountsForDays));
    for (const { id } of terms.criteria) {
      this.tallies.set(id, { people: 0, trained: 0, fortnight: 0, trainedFortnight: 0, tested: 0 });
    }
  }

  add(person: Person): void {
    if (person.trainedOn !== undefined) this.seen.add('trained_on');
    if (person.worksFirstFortnight !== undefined) this.seen.add('works_first_fortnight');
    if (person.accessTestedOn !== undefined) this.seen.add('access_tested_on');
    for (const criterion of this.terms.criteria) {
      const tally = this.tallies.get(criterion.id);
      if (!tally || !isGroupCriterion(criterion)) continue;
      if (holdsPerson(criterion.group, this.terms.members, person)) this.count(tally, person);
    }
  }

  private count(tally: Tally, { trainedOn, worksFirstFortnight, accessTestedOn }: Person): void {
    const isTrained =
      trainedOn !== undefined &&
      trainedOn >= this.trainedFrom &&
      trainedOn <= this.today &&
      trainedOn <= this.terms.goLiveOn;
    tally.people += 1;
    if (isTrained) tally.trained += 1;
    if (worksFirstFortnight) tally.fortnight += 1;
    if (worksFirstFortnight && isTrained) tally.trainedFortnight += 1;
    if (accessTestedOn !== undefined && accessTestedOn <= this.today) tally.tested += 1;
  }

  counts(): PeopleCounts {
    const columns: readonly PeopleColumn[] = ['trained_on', 'works_first_fortnight', 'access_tested_on'];
    const byCriterion = [...this.tallies].map(([id, tally]): [string, GroupCount] => [
      id,
      {
        trained: { counted: tally.trained, of: tally.people },
        trainedOfFirstFortnight: { counted: tally.trainedFortnight, of: tally.fortnight },
        accessTested: { counted: tally.tested, of: tally.people },
      },
    ]);
    return {
      missing: columns.filter((column) => !this.seen.has(column)),
      byCriterion: Object.fromEntries(byCriterion),
    };
  }
}
