/** The main job as its people do it, and what must hold when it is done, however often the bot was killed. */

import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import type { WaveId } from '../../src/domain/ids';
import type { Programme } from '../../src/domain/programme/programme';
import type { Point } from '../../src/domain/pulse/question';
import { confidenceScoresOf } from '../../src/domain/score/confidence-scores';
import { isInFirstAtom } from '../support/answer-wave';
import type { BotMachine } from '../support/bot-machine';
import { aProgramme, leadOid, sroOid } from '../support/samples';
import {
  all,
  checkChain,
  checkOnlyOneRelease,
  checkReleaseAgainstTallies,
  checkTallies,
  mustRead,
  possibleDuplicates,
  storedRelease,
  unrecordedMessages,
} from './kill-9-checks';
import { cardsSaying, insist, pause, Respondent, until } from './kill-9-people';

/** Of the last of the four atoms. */
const lateRespondents = 10;
const rationale = 'They asked for it.';
const approved = 'Approved: More floor support';
const rejected = 'Rejected';

/** Two questions are enough: after the second everything is recorded. */
export function shortProgramme(): Programme {
  const sample = aProgramme();
  const pulses = sample.pulses.map((pulse) => ({ ...pulse, questions: pulse.questions.slice(0, 2) }));
  return { ...sample, pulses };
}

export class MainJob {
  readonly respondents: readonly Respondent[];
  waveId: WaveId | undefined;
  /** As it was the moment it appeared. */
  firstRelease: unknown;
  /** What the executive was told at last. */
  toldDecision: 'approve' | 'reject' | undefined;
  /** Messages that a dead process had sent and not recorded. */
  unrecorded = 0;
  private isOver = false;

  constructor(
    private readonly machine: BotMachine,
    private readonly random: () => number,
  ) {
    this.respondents = machine.people.map((person) => new Respondent(person, machine.teams));
  }

  async run(): Promise<void> {
    const waveId = await this.machine.openPulse();
    this.waveId = waveId;
    const watching = this.watchRelease(waveId);
    try {
      const [late, early] = [
        this.respondents.slice(-lateRespondents),
        this.respondents.slice(0, -lateRespondents),
      ];
      await this.answers(early, 400);
      // The rest are still at it when the wave closes.
      const answering = this.answers(late, 1_500);
      await pause(300);
      await this.close();
      await answering;
      await this.decide();
      await this.isSettled(waveId);
    } finally {
      this.isOver = true;
      await watching;
    }
  }

  /** Call before the next process is started. */
  async afterKill(): Promise<void> {
    await pause(50);
    this.unrecorded = (await unrecordedMessages(this.machine)) - this.chatReplies();
    await this.machine.clearLease();
  }

  chatReplies(): number {
    return cardsSaying(this.lead, 'Open waves').length;
  }

  /** The first atom has low confidence, the others a mixture. */
  private async answers(respondents: readonly Respondent[], withinMs: number): Promise<void> {
    await Promise.all(
      respondents.map(async (respondent, index) => {
        await pause(this.random() * withinMs);
        const isLow = index % 5 === 0 ? !isInFirstAtom(respondent.person) : isInFirstAtom(respondent.person);
        const point: Point = isLow ? 2 : 5;
        await respondent.answer(point, 4, this.random() < 0.3 ? point : undefined);
      }),
    );
  }

  private get lead() {
    return this.machine.teams.user(leadOid);
  }

  private async close(): Promise<void> {
    await until(async () => {
      if (cardsSaying(this.lead, 'wave-close').length === 0) await this.lead.say('close wave');
      return cardsSaying(this.lead, 'wave-close').length > 0 || undefined;
    });
    await insist(this.lead, 'wave-close', () => ({ verb: 'wave-close' }), {}, [
      'is closing',
      'is closed already',
    ]);
  }

  /** The executive forgets what was chosen whenever no answer comes, and takes the other way. */
  private async decide(): Promise<void> {
    const sro = this.machine.teams.user(sroOid);
    await insist(this.lead, 'escalation-forward', () => ({ verb: 'escalation-forward' }), {}, [
      'Now with Sam Sponsor',
    ]);
    let tries = 0;
    const way = () => {
      tries += 1;
      return { title: tries % 2 === 1 ? 'Approve' : 'Reject' };
    };
    const told = await insist(sro, 'escalation-decide', way, { optionId: 'option2', rationale }, [
      approved,
      rejected,
    ]);
    this.toldDecision = told === approved ? 'approve' : 'reject';
  }

  private async watchRelease(waveId: WaveId): Promise<void> {
    while (!this.isOver && !this.firstRelease) {
      this.firstRelease = await storedRelease(this.machine, waveId);
      await pause(25);
    }
  }

  /** Nothing is due any more but the last sweep, and everybody has heard. */
  private async isSettled(waveId: WaveId): Promise<void> {
    const { context, programme } = this.machine;
    const { store } = context;
    await until(async () => {
      const wave = await mustRead(store, 'wave', programme.id, waveId);
      const escalation = await mustRead(store, 'escalation', programme.id, escalationIdOf(waveId));
      const campaigns = await all(store, 'campaign', programme.id);
      const left = [...escalation.intents, ...campaigns.flatMap(({ intents }) => intents)];
      return (left.length === 0 && wave.intents.every(({ id }) => id === 'erase-answers:sweep')) || undefined;
    });
  }
}

/** @returns figures for the report. */
export async function checkMainJob(machine: BotMachine, job: MainJob) {
  const { context, programme, teams } = machine;
  const { store } = context;
  const waveId = job.waveId;
  if (!waveId) throw new Error('no wave');
  const numbers = await checkTallies(machine, waveId, job.respondents);
  const release = await storedRelease(machine, waveId);
  expect(release).toEqual(job.firstRelease);
  if (!release) throw new Error('no release');
  const atomsShown = await checkReleaseAgainstTallies(store, release.release);
  await checkOnlyOneRelease(machine, waveId);
  await checkScores(machine, release.release);
  await checkEverybodyWasTold(machine, job);
  const decided = await mustRead(store, 'escalation', programme.id, escalationIdOf(waveId));
  const chain = await checkChain(machine, programme.id);
  expect(chain.map(({ kind }) => kind)).toEqual([job.toldDecision]);
  expect(chain.map(({ decisionId }) => decisionId)).toEqual([decided.decision?.decisionId]);
  expect(decided.earlierDecisions).toEqual([]);
  expect(decided.decision?.logged).toEqual({ seq: 1, head: chain[0]?.mac });
  const repeated = (await unrecordedMessages(machine)) - job.chatReplies();
  const { ambiguousReplies } = teams.statistics();
  const ambiguous = ambiguousReplies + (await possibleDuplicates(machine));
  expect(repeated).toBeLessThanOrEqual(job.unrecorded + ambiguous);
  return { ...numbers, atomsShown, repeated, unrecorded: job.unrecorded, ambiguous };
}

async function checkScores(
  { context: { store }, programme }: BotMachine,
  release: Parameters<typeof confidenceScoresOf>[0],
): Promise<void> {
  const wave = await mustRead(store, 'wave', programme.id, release.waveId);
  const { name: programmeName, isSynthetic } = programme;
  const expected = confidenceScoresOf(release, { programmeName, isSynthetic }, wave);
  const scores = await all(store, 'confidenceScore', programme.id);
  const stored = scores.map(({ id: _id, pk: _pk, type: _type, schemaVersion: _version, ...score }) => score);
  const byId = (a: { readonly scoreId: string }, b: { readonly scoreId: string }) =>
    a.scoreId < b.scoreId ? -1 : 1;
  expect([...stored].sort(byId)).toEqual(expected.map((score) => ({ ...score, visible: true })).sort(byId));
}

/** Each campaign has a delivered message for each of its recipients, and each recipient has the card. */
async function checkEverybodyWasTold(
  { context: { store }, programme, teams }: BotMachine,
  { respondents, unrecorded }: MainJob,
): Promise<void> {
  for (const { campaignId, status } of await all(store, 'campaign', programme.id)) {
    const deliveries = await all(store, 'delivery', campaignId);
    const outcomes = new Set(deliveries.map((delivery) => delivery.status));
    expect({ campaignId, status, outcomes: [...outcomes] }).toEqual({
      campaignId,
      status: 'done',
      outcomes: ['delivered'],
    });
  }
  for (const { user } of respondents) expect(cardsSaying(user, 'pulse-answer').length).toBeGreaterThan(0);
  const lead = teams.user(leadOid);
  for (const text of ['Least confident', rationale]) {
    expect(cardsSaying(lead, text).length).toBeGreaterThan(0);
  }
  const sro = teams.user(sroOid);
  expect(cardsSaying(sro, rationale).length).toBeGreaterThan(0);
  // Of a card whose sender died before it was on record nobody knows where it is.
  expect(cardsSaying(sro, 'escalation-decide').length).toBeLessThanOrEqual(unrecorded);
  for (const { user, person } of respondents) {
    const isTold = cardsSaying(user, rationale).length > 0;
    expect({ person: person.aadObjectId, isTold }).toEqual({
      person: person.aadObjectId,
      isTold: isInFirstAtom(person),
    });
  }
}
