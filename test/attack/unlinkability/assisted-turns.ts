/** People without Teams, half of whom answer beside a champion; and what Teams saw of it. */

import { type IssuedCode, issueCodes } from '../../../src/app/assist/issue-codes.use-case';
import { listRecords } from '../../../src/app/records';
import { verbNames } from '../../../src/cards/verb-names';
import type { AssistedPerson } from '../../../src/domain/programme/person';
import type { Champion } from '../../../src/domain/programme/programme';
import type { RunningBot } from '../../support/running-bot';
import type { Halves } from './tell-apart';

export const champion: Champion = {
  aadObjectId: 'cccccccc-0000-4000-8000-000000000001',
  displayName: 'Chris Champion',
};
const count = 12;

export class AssistedTurns {
  /** The sealed turns, as whoever keeps the champion's traffic has them. */
  readonly sealed: string[] = [];
  /** Those who answered; then those who did not. */
  heard: readonly AssistedPerson[] = [];
  silent: readonly AssistedPerson[] = [];
  private readonly codes: IssuedCode[] = [];

  constructor(private readonly running: RunningBot) {}

  get people(): readonly AssistedPerson[] {
    return [...this.heard, ...this.silent];
  }

  get halves(): readonly Halves[] {
    return [{ one: this.heard, other: this.silent }];
  }

  /** Before the wave opens: everybody gets a code. */
  async issue(): Promise<void> {
    const { bot, programme } = this.running;
    const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'));
    const rows = numbers.map((number, index) => ({
      line: index + 2,
      row: { reference: number, displayName: `Porter ${number}`, staffGroup: 'nurses', site: 'RZZ01' },
    }));
    await issueCodes(bot.context, {
      programmeId: programme.id,
      rows,
      isRenewal: false,
      onIssued: (issued) => this.codes.push(issued),
    });
    const people: AssistedPerson[] = [];
    for await (const { document } of listRecords(bot.context.store, 'person', programme.id)) {
      if (document.isAssisted) people.push(document);
    }
    // Whose name is even: who answers has nothing to do with when anybody was taken in.
    const isHeard = ({ displayName }: AssistedPerson) => Number(displayName.slice(-1)) % 2 === 0;
    this.heard = people.filter(isHeard);
    this.silent = people.filter((person) => !isHeard(person));
  }

  /** While the wave is open: each of the heard answers and hands the phone back. */
  async play(): Promise<void> {
    const user = this.running.teams.user(champion.aadObjectId);
    for (const { displayName } of this.heard) {
      const { code = '' } = this.codes.find((issued) => issued.displayName === displayName) ?? {};
      await user.say('assist');
      const card = user.latest();
      await user.press(card, { verb: verbNames.assistBegin }, { code });
      const tap = JSON.stringify(user.prepare(card, { title: 'Very confident' }));
      this.sealed.push(/"sitting":"([^"]+)"/.exec(tap)?.[1] ?? '');
      await user.press(card, { title: 'Very confident' });
      const finished = await user.press(card, { title: 'Stop and hand the phone back' });
      if (!JSON.stringify(finished.card).includes('Finished'))
        throw new Error('a turn did not come to its end');
    }
  }
}
