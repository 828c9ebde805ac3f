/** Where the copies are that reminders posted. Only those who had not answered have one, so that it is kept as their answers are:
 * under the wave's key, which is destroyed with them, and in a form in which nobody's differs. */

import type { AppContext } from '../app/context';
import type { WaveKey } from '../app/ports/keys';
import type { Campaign, CardCopy, Delivery } from '../domain/campaign/campaign';
import { asId } from '../domain/ids';

type Owner = Pick<Delivery, 'personId' | 'copies'>;

export class KeptCopies {
  private constructor(private readonly key: WaveKey | undefined) {}

  /** Of a wave that is not open, or of cards whose wording is not corrected, none are kept or known. */
  static async of(
    { waves }: Pick<AppContext, 'waves'>,
    { purpose, programmeId, subjectId }: Campaign,
  ): Promise<KeptCopies> {
    if (purpose !== 'pulse-invitation') return new KeptCopies(undefined);
    return new KeptCopies((await waves.read(programmeId, asId(subjectId)))?.key);
  }

  of({ personId, copies }: Owner): readonly CardCopy[] {
    return copies === undefined ? [] : (this.key?.openCopies(personId, copies) ?? []);
  }

  /** Sealed anew, also where nothing was posted: whoever got none reads like whoever got one. */
  with(owner: Owner, posted: CardCopy | undefined): Pick<Delivery, 'copies'> {
    if (!this.key) return {};
    const copies = [...this.of(owner), ...(posted ? [posted] : [])];
    return { copies: this.key.sealCopies(owner.personId, copies) };
  }
}
