/** A code typed on a champion's device: whoever it belongs to sits down to one open pulse that it has not been used in. */

import { readAccessCode } from '../../domain/assist/access-code';
import { mayAssist } from '../../domain/assist/champion';
import { newSitting } from '../../domain/assist/sitting';
import { deliveryIdOf, type PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { Step } from '../../domain/pulse/next-step';
import type { AppContext } from '../context';
import { accessCodesPk, personDocumentId } from '../documents';
import { ThrottledError, UnavailableError } from '../ports/errors';
import { readRecord } from '../records';
import { findOpenPulses } from '../wave/find-open-pulses';
import { readCurrentStep } from '../wave/read-current-step';
import type { AskedWave } from '../wave/wave-reader';
import { type Championed, championedBy, type Lender } from './championed-by';
import { readUsedCode } from './used-code';

export type BeginSittingOutcome =
  | { readonly outcome: 'notAChampion' }
  | {
      /** `refused` says nothing of why: whether there is such a code, whose it is, and what they did with it. */
      readonly outcome: 'refused' | 'tooMany' | 'notConfirmed';
      readonly programme: Programme;
    }
  | {
      readonly outcome: 'begun';
      readonly asked: AskedWave;
      readonly personId: PersonId;
      /** Sealed for this champion. */
      readonly sitting: string;
      readonly revision: number;
      /** The first question, whatever was said before: the champion is not to see how far they had come. */
      readonly step: Step;
    };

/** Nothing is stored. Every code that begins no sitting counts against the champion. */
export async function beginSitting(
  context: AppContext,
  lender: Lender,
  typed: string,
): Promise<BeginSittingOutcome> {
  const championed = await championedBy(context, lender);
  const [first] = championed;
  if (!first) return { outcome: 'notAChampion' };
  const { programme } = first;
  if (!context.codeAttempts.take(lender.personId, context.clock.now())) {
    return { outcome: 'tooMany', programme };
  }
  try {
    const begun = await begin(context, championed, lender, readAccessCode(typed));
    if (!begun) return { outcome: 'refused', programme };
    context.codeAttempts.giveBack(lender.personId);
    return begun;
  } catch (error) {
    // Nobody knows whether it was right.
    context.codeAttempts.giveBack(lender.personId);
    if (error instanceof UnavailableError || error instanceof ThrottledError) {
      return { outcome: 'notConfirmed', programme };
    }
    throw error;
  }
}

type Begun = Extract<BeginSittingOutcome, { outcome: 'begun' }>;

async function begin(
  context: AppContext,
  championed: readonly Championed[],
  lender: Lender,
  code: string | undefined,
): Promise<Begun | undefined> {
  if (code === undefined) return undefined;
  for (const { programme, champion } of championed) {
    const codeKey = context.keys.codeKeyOf(programme.id, code);
    const known = await readRecord(context.store, 'accessCode', accessCodesPk(programme.id), codeKey);
    if (!known) continue;
    const { personId } = known.document;
    const person = await readRecord(context.store, 'person', programme.id, personDocumentId(personId));
    if (!person?.document.isAssisted || !mayAssist(champion, person.document.site)) continue;
    const begun = await beginInWave(context, { programme, personId, codeKey }, lender);
    if (begun) return begun;
  }
  return undefined;
}

interface Known {
  readonly programme: Programme;
  readonly personId: PersonId;
  readonly codeKey: string;
}

/** Of several open pulses the one that closes first. */
async function beginInWave(
  context: AppContext,
  { programme, personId, codeKey }: Known,
  lender: Lender,
): Promise<Begun | undefined> {
  const found = await findOpenPulses(context, personId, [programme.id]);
  const open = [...found].sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1));
  for (const { waveId } of open) {
    const ids = { programmeId: programme.id, waveId, personId };
    const current = await readCurrentStep(context, ids, true);
    if (current.outcome !== 'open') continue;
    const { asked, revision, step } = current;
    const { key, wave } = asked;
    const deliveryId = deliveryIdOf(wave.campaignId, personId);
    const invited = await readRecord(context.store, 'delivery', wave.campaignId, deliveryId);
    const atomId = invited?.document.invitation?.atomId;
    if (!key || !atomId || (await readUsedCode(context, waveId, key, codeKey))) continue;
    const opened = newSitting({ personId, codeKey, atomId }, context.clock.now());
    const sitting = key.sealSitting(lender.personId, opened);
    return { outcome: 'begun', asked, personId, sitting, revision, step };
  }
  return undefined;
}
