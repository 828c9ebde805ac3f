/** Nothing waits unseen: a silent lead, a silent SRO, a deferral and a delegation each lead on. */

import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { delegateEscalation } from '../../src/app/escalation/delegate-escalation.use-case';
import type { Store } from '../../src/app/ports/store';
import { readRecord } from '../../src/app/records';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import type { Escalation } from '../../src/domain/escalation/escalation';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import type { EscalationId } from '../../src/domain/ids';
import { epochMsOf, type Instant, plusDays } from '../../src/domain/instant';
import { answerWave } from '../support/answer-wave';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';

let running: RunningBot;
let escalationId: EscalationId;

/** A pulse has closed with low confidence, and its lead is asked what to do. */
async function start(store: Store): Promise<void> {
  const sample = aSmallProgramme();
  const staffGroups = sample.staffGroups.slice(0, 1);
  running = await startRunningBot({ store, programme: { ...sample, staffGroups } });
  const { bot, programme, people, teams, until } = running;
  const waveId = await running.openPulse();
  await until(() => teams.statistics().peopleReached === people.length || undefined);
  await answerWave(running, waveId, people, () => 2);
  expect(await closeWave(bot.context, { programmeId: programme.id, waveId })).toBe('closing');
  escalationId = escalationIdOf(waveId);
  await until(() => escalation());
}

async function escalation(): Promise<Escalation | undefined> {
  const { bot, programme } = running;
  return (await readRecord(bot.context.store, 'escalation', programme.id, escalationId))?.document;
}

const when = (status: Escalation['status']) =>
  running.until(async () => {
    const now = await escalation();
    return now?.status === status ? now : undefined;
  });

function moveTo(instant: Instant | undefined): void {
  if (!instant) throw new Error('no deadline');
  running.clock.moveOn(epochMsOf(instant) - epochMsOf(running.clock.now()) + 1_000);
  running.bot.worker.poke();
}

const cardsOf = (oid: string, text: string) =>
  running.teams
    .user(oid)
    .cardMessages()
    .filter((message) => JSON.stringify(message).includes(text));

eachStore('an escalation', (open) => {
  beforeEach(async () => start(await open()));
  afterEach(() => running.close());

  it('goes up with standard options when the lead is silent, to the deputy as well when the SRO is', async () => {
    const raised = await escalation();
    moveTo(raised?.leadActsBy);
    const up = await when('withExecutive');
    expect(up.case?.preparedBy).toBe('standard');
    await running.until(() => cardsOf(sroOid, 'escalation-decide')[0]);
    expect(cardsOf(deputyOid, 'escalation-decide')).toHaveLength(0);

    moveTo(up.assignment?.decideBy);
    const card = await running.until(() => cardsOf(deputyOid, 'escalation-decide')[0]);
    expect(cardsOf(sroOid, 'escalation-decide')).toHaveLength(1);
    const deputy = running.teams.user(deputyOid);
    const reply = await deputy.press(card, { title: 'Reject' }, { rationale: 'The board has a plan.' });
    expect(JSON.stringify(reply.card)).toContain('Rejected');
    expect((await when('decided')).decision?.role).toBe('deputySro');
    // The SRO's own card says so where it stands.
    await running.until(() => cardsOf(sroOid, 'The board has a plan.')[0]);
    await running.until(() => cardsOf(leadOid, 'The board has a plan.')[0]);
  });

  it('comes back on the day it was deferred to', async () => {
    const { bot, programme, personIdOf, clock, until } = running;
    moveTo((await escalation())?.leadActsBy);
    await when('withExecutive');
    const deferUntil = plusDays(clock.now(), 7);
    const ids = { programmeId: programme.id, escalationId, personId: personIdOf(sroOid) };
    const decided = await decideEscalation(bot.context, {
      ...ids,
      kind: 'defer',
      rationale: 'After the audit.',
      deferUntil,
    });
    expect(decided.outcome).toBe('decided');
    await when('deferred');
    await until(() => cardsOf(leadOid, 'After the audit.')[0]);
    moveTo(deferUntil);
    const again = await when('withExecutive');
    expect(again.earlierAssignments).toHaveLength(1);
    await until(() => cardsOf(sroOid, 'escalation-decide')[0]);
  });

  it('goes to the delegate, and the one who passed it on no longer decides', async () => {
    const { bot, programme, personIdOf, teams, until } = running;
    moveTo((await escalation())?.leadActsBy);
    await when('withExecutive');
    const ids = { programmeId: programme.id, escalationId, personId: personIdOf(sroOid) };
    const passed = await delegateEscalation(bot.context, {
      ...ids,
      delegateTo: personIdOf(deputyOid),
      rationale: 'On leave.',
    });
    expect(passed.outcome).toBe('delegated');
    const card = await until(() => cardsOf(deputyOid, 'escalation-decide')[0]);
    const own = await decideEscalation(bot.context, { ...ids, kind: 'reject', rationale: 'No.' });
    expect(own.outcome).toBe('askedOfSomeoneElse');
    const reply = await teams
      .user(deputyOid)
      .press(card, { title: 'Approve' }, { optionId: 'option1', rationale: 'Agreed.' });
    expect(JSON.stringify(reply.card)).toContain('Approved: More training');
  });
});
