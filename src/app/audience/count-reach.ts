/** Whom the messages of a wave would reach, and when: read of everybody's preferences, allowance and address. */

import { chargeAllowance } from '../../domain/campaign/charge-allowance';
import { requestsFor } from '../../domain/campaign/estimate-end';
import type { WaitingMessage } from '../../domain/campaign/estimate-sending';
import { mayAskInBudget } from '../../domain/campaign/pulse-budget';
import type { Instant } from '../../domain/instant';
import type { NotWrittenTo } from '../../domain/pulse/pulse-preview';
import { nextTimeToWrite, type SendingRules } from '../../domain/timing/next-time-to-write';
import { addressPk } from '../documents';
import { forEachConcurrently } from '../for-each-concurrently';
import type { Store } from '../ports/store';
import { readRecord } from '../records';
import type { CandidateInCell } from './candidates-of';

export interface Opening {
  readonly at: Instant;
  readonly closesAt: Instant;
  readonly isCheck: boolean;
}

export interface Reach {
  /** Exact: for `tellReach` alone. */
  readonly notWrittenTo: NotWrittenTo;
  readonly withoutTeams: number;
  readonly newToTeams: number;
  /** Together for each time: by the shift in the people file, as if everybody were written to, because when a message goes out
   * tells nothing of a person. */
  readonly messages: readonly WaitingMessage[];
}

const peopleAtOnce = 32;

/** As it stands now: what is charged between now and the opening is not known yet. Nobody is held in memory. */
export async function countReach(
  store: Store,
  asked: AsyncIterable<CandidateInCell>,
  opening: Opening,
  rules: SendingRules,
): Promise<Reach> {
  const notWrittenTo = { choseNotToBeAsked: 0, overBudget: 0, atAllowance: 0, noSuitableTime: 0 };
  const requestsFrom = new Map<Instant, number>();
  let [newToTeams, withoutTeams] = [0, 0];
  await forEachConcurrently(asked, peopleAtOnce, async ({ person, cell }) => {
    if (person.isAssisted) {
      withoutTeams += 1;
      return;
    }
    const pk = addressPk(person.organisationId, person.personId);
    const [preferences, allowance, address] = await Promise.all([
      readRecord(store, 'preferences', pk, 'preferences'),
      readRecord(store, 'allowance', pk, 'allowance'),
      readRecord(store, 'address', pk, 'address'),
    ]);
    const { stopAsking = false, suits } = preferences?.document ?? {};
    const { charges = [], pulses = [] } = allowance?.document ?? {};
    const { shift } = person;
    const timing = { siteGroup: cell.siteGroup, ...(shift ? { shift } : {}) };
    const openedOn = rules.dayAt(opening.at);
    const ownTime = nextTimeToWrite(opening.at, { ...timing, ...(suits ? { suits } : {}) }, rules);
    if (stopAsking) notWrittenTo.choseNotToBeAsked += 1;
    else if (!mayAskInBudget(pulses, { openedOn, isCheck: opening.isCheck })) notWrittenTo.overBudget += 1;
    else if (chargeAllowance(charges, '', opening.at).outcome === 'over') notWrittenTo.atAllowance += 1;
    else if (ownTime >= opening.closesAt) notWrittenTo.noSuitableTime += 1;
    const from = nextTimeToWrite(opening.at, timing, rules);
    const known = address?.document;
    if (known?.conversationId === undefined) newToTeams += 1;
    if (from >= opening.closesAt) return;
    requestsFrom.set(from, (requestsFrom.get(from) ?? 0) + requestsFor(known ?? {}));
  });
  const messages = [...requestsFrom].map(([from, requests]) => ({ from, requests }));
  return { notWrittenTo, withoutTeams, newToTeams, messages };
}
