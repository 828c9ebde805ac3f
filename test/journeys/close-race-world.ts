/** A wave that closes while people tap, through several instances on one store, each at the end of its own line. */

import type { AppContext } from '../../src/app/context';
import type { DocumentOf } from '../../src/app/documents';
import type { IntentHandler } from '../../src/app/intent-handler';
import { eraseAnswersIntent } from '../../src/app/intents/erase-answers.intent';
import { releaseWaveIntent } from '../../src/app/intents/release-wave.intent';
import { startCampaignIntent } from '../../src/app/intents/start-campaign.intent';
import type { Clock } from '../../src/app/ports/clock';
import type { Store } from '../../src/app/ports/store';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { readRecord } from '../../src/app/records';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { openWave } from '../../src/app/wave/open-wave.use-case';
import { openContext } from '../../src/compose-context';
import { parseConfig } from '../../src/config';
import { asId, type WaveId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { addPeople } from '../support/add-people';
import { type Lag, LaggingStore, type LineCall } from '../support/lagging-store';
import { peopleOf } from '../support/running-bot';
import { aProgramme } from '../support/samples';
import { silentLog } from '../support/silent-log';

/** Nobody gives the same answer to this question twice, so that whose answers were counted can be seen. */
export const markQuestion = asId<Programme['pulses'][number]['questions'][number]['id']>('mark');
export const markOf = (person: number, tap: number) => `p${person}t${tap}`;
export const mostTaps = 12;

export function marked(people: number): Programme {
  const sample = aProgramme();
  const choices = Array.from({ length: people * mostTaps }, (_, index) => {
    const id = markOf(Math.floor(index / mostTaps), index % mostTaps);
    return { id, text: id };
  });
  const mark = { id: markQuestion, kind: 'choice' as const, text: 'Which mark is yours?', choices };
  return {
    ...sample,
    pulses: sample.pulses.map((pulse) => ({ ...pulse, questions: [...pulse.questions.slice(0, 1), mark] })),
  };
}

export interface Instance {
  readonly context: AppContext;
  readonly line: LaggingStore;
}

const environment = (timeScale: string) => ({
  SOUNDINGS_MODE: 'local',
  SOUNDINGS_KEY: Buffer.alloc(32, 7).toString('base64'),
  SOUNDINGS_LOCAL_TIME_SCALE: timeScale,
});

/** An instance composed as the bot is, but on this store. */
export async function instanceOn(
  store: Store,
  lagOf: (call: LineCall) => Lag | undefined = () => undefined,
  { timeScale = '0.1', clock }: { readonly timeScale?: string; readonly clock?: Clock } = {},
): Promise<Instance> {
  const line = new LaggingStore(store, lagOf);
  const outside = { store: line, log: silentLog, ...(clock ? { clock } : {}) };
  const { context } = await openContext(parseConfig(environment(timeScale)), outside);
  return { context, line };
}

export class ClosingWorld {
  private constructor(
    /** The instance that opens and closes waves. */
    readonly closer: Instance,
    readonly programme: Programme,
    readonly people: readonly DirectoryPerson[],
  ) {}

  /** @param perAtom people in each of the four atoms. */
  static async open(closer: Instance, perAtom: number): Promise<ClosingWorld> {
    const { context } = closer;
    const programme = marked(4 * perAtom);
    const applied = await applyProgramme(context, programme);
    if (applied.outcome !== 'created') throw new Error(JSON.stringify(applied));
    const people = peopleOf(programme, perAtom, (oid) => context.keys.personIdOf(programme.tenantId, oid));
    await addPeople(context.store, people);
    return new ClosingWorld(closer, programme, people);
  }

  /** A wave whose people are invited; no card is sent. */
  async openWave(): Promise<WaveId> {
    const [pulse] = this.programme.pulses;
    const command = {
      programmeId: this.programme.id,
      pulseId: pulse?.id ?? asId('none'),
      openedBy: 'command' as const,
    };
    const opened = await openWave(this.closer.context, command);
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    await this.carryOut(startCampaignIntent, opened.wave.waveId);
    return opened.wave.waveId;
  }

  /** From the lead's tap to the release. */
  async close(waveId: WaveId): Promise<void> {
    await this.release(await this.beginClose(waveId));
  }

  /** @returns the closing wave, as whoever sends finds it. */
  async beginClose(waveId: WaveId): Promise<DocumentOf<'wave'>> {
    const { context } = this.closer;
    expect(await closeWave(context, { programmeId: this.programme.id, waveId })).toBe('closing');
    const closing = await readRecord(context.store, 'wave', this.programme.id, waveId);
    if (!closing) throw new Error('no such wave');
    return closing.document;
  }

  async release(wave: DocumentOf<'wave'>, { context } = this.closer): Promise<void> {
    await carryOut(releaseWaveIntent, context, wave);
  }

  async erase(waveId: WaveId): Promise<void> {
    await this.carryOut(eraseAnswersIntent, waveId);
  }

  private async carryOut(handler: IntentHandler, waveId: WaveId): Promise<void> {
    const { context } = this.closer;
    const stored = await readRecord(context.store, 'wave', this.programme.id, waveId);
    if (!stored) throw new Error('no such wave');
    await carryOut(handler, context, stored.document);
  }
}

/** As the worker would, but now. */
async function carryOut(
  handler: IntentHandler,
  context: AppContext,
  document: DocumentOf<'wave'>,
): Promise<void> {
  const intent = document.intents.find(({ kind }) => kind === handler.kind);
  if (!intent) throw new Error(`the wave has no intent ${handler.kind}`);
  await handler.carryOut(context, { document, intent, signal: new AbortController().signal });
}
