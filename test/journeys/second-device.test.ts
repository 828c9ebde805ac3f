/** A card is replaced on one device only: every other one shows where things stand as soon as it is looked at. */

import type { Store } from '../../src/app/ports/store';
import { readRecord } from '../../src/app/records';
import { closeWave } from '../../src/app/wave/close-wave.use-case';
import { verbNames } from '../../src/cards/verb-names';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import type { WaveId } from '../../src/domain/ids';
import { epochMsOf } from '../../src/domain/instant';
import { answerWave, isInFirstAtom } from '../support/answer-wave';
import type { StoredMessage } from '../support/loopback-teams/activity';
import type { Device } from '../support/loopback-teams/device';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme, deputyOid, leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';
import { untilQuiet } from '../support/until-quiet';

const nurseOid = 'bbbbbbbb-0000-4000-8000-000000000000';

let running: RunningBot;

async function start(store: Store, perAtom: number): Promise<void> {
  running = await startRunningBot({ store, programme: aSmallProgramme(), perAtom });
  for (const oid of [nurseOid, leadOid, sroOid, deputyOid]) await running.teams.user(oid).install();
}

const shows = (device: Device, message: StoredMessage) => JSON.stringify(device.shown(message));
const close = (waveId: WaveId) =>
  closeWave(running.bot.context, { programmeId: running.programme.id, waveId });

async function cardWith(user: TeamsUser, text: string): Promise<StoredMessage> {
  return running.until(() =>
    user.cardMessages().find((message) => JSON.stringify(message.activity).includes(text)),
  );
}

eachStore('a second device', (open) => {
  afterEach(() => running.close());

  it('follows a pulse that is answered on the first: by a reload, a reaction, or a tap that changes nothing', async () => {
    await start(await open(), 1);
    const nurse = running.teams.user(nurseOid);
    const waveId = await running.openPulse();
    const message = await cardWith(nurse, '1 of 3');
    const sent = JSON.stringify(message.activity);
    const { phone } = nurse;
    const pc = nurse.newDevice();

    await phone.press(message, { title: 'Very confident' });
    expect(shows(phone, message)).toContain('2 of 3');
    expect(shows(pc, message)).toContain('1 of 3');
    await pc.reload();
    expect(shows(pc, message)).toContain('2 of 3');

    await phone.press(message, { title: 'Agree' });
    await pc.react(message);
    expect(shows(pc, message)).toContain('3 of 3');

    await phone.press(message, { title: 'Save' }, { text: 'One laptop for the bay' });
    expect(shows(phone, message)).toContain('Recorded');
    await pc.press(message, { title: 'Save' }, { text: 'Typed on the PC, too late' });
    expect(shows(pc, message)).toContain('it changed nothing');
    expect(shows(pc, message)).toContain('All your answers are recorded');

    // Whoever wants to change an answer does so on one device; the other still says what is on record.
    await pc.press(message, { verb: verbNames.pulseChange });
    expect(shows(pc, message)).toContain('1 of 3');
    await phone.reload();
    expect(shows(phone, message)).toContain('Recorded');
    await pc.press(message, { title: 'Not very confident' });
    expect(shows(pc, message)).toContain('Your change is saved');

    await close(waveId);
    for (const device of [phone, pc]) {
      // For a moment answers are still taken as while it was open; closing waits longer than that.
      await running.until(async () => {
        await device.reload();
        return shows(device, message).includes('This pulse has closed') || undefined;
      });
    }
    // What is stored in Teams is still the card that everybody got: nothing was written into the chat.
    expect(JSON.stringify(message.activity)).toBe(sent);
    const { updatesAccepted, violations } = running.teams.statistics();
    expect([updatesAccepted, violations.updatedDuringRefresh]).toEqual([0, 0]);
  });
});

eachStore('a second device', (open) => {
  afterEach(() => running.close());

  it('follows an escalation, whose cards are brought up to date for everyone they were sent to', async () => {
    await start(await open(), 10);
    const { teams, programme, bot, clock, people } = running;
    const [lead, sro, deputy] = [teams.user(leadOid), teams.user(sroOid), teams.user(deputyOid)];
    const waveId = await running.openPulse();
    await answerWave(running, waveId, people, (person) => (isInFirstAtom(person) ? 2 : 5));
    await close(waveId);

    const preparation = await cardWith(lead, verbNames.escalationForward);
    const leadPc = lead.newDevice();
    await lead.phone.press(preparation, { verb: verbNames.escalationForward });
    expect(shows(lead.phone, preparation)).toContain('Sam Sponsor');
    // Nobody touches the PC: the message itself is replaced.
    await running.until(() => shows(leadPc, preparation).includes('Sam Sponsor') || undefined);

    const question = await cardWith(sro, verbNames.escalationDecide);
    const sroPc = sro.newDevice();
    const stale = sroPc.prepare(question, { title: 'Reject' }, { rationale: 'Changed my mind' });
    await untilQuiet(running);
    const id = escalationIdOf(waveId);
    const up = await readRecord(bot.context.store, 'escalation', programme.id, id);
    const decideBy = up?.document.assignment?.decideBy;
    if (!decideBy) throw new Error('nobody was asked');
    clock.moveOn(epochMsOf(decideBy) - epochMsOf(clock.now()) + 1_000);
    bot.worker.poke();
    const deputysQuestion = await cardWith(deputy, verbNames.escalationDecide);
    await untilQuiet(running);
    for (const device of [sro.phone, sroPc]) {
      expect(shows(device, question)).toContain(verbNames.escalationDecide);
    }

    const decision = { optionId: 'option2', rationale: 'They asked for it.' };
    await deputy.phone.press(deputysQuestion, { title: 'Approve' }, decision);
    const deputyPc = deputy.newDevice();
    const everywhere: readonly (readonly [Device, StoredMessage])[] = [
      [deputy.phone, deputysQuestion],
      [deputyPc, deputysQuestion],
      [sro.phone, question],
      [sroPc, question],
      [lead.phone, preparation],
      [leadPc, preparation],
    ];
    for (const [device, message] of everywhere) {
      await running.until(() => shows(device, message).includes('Approved: More floor support') || undefined);
      expect(shows(device, message)).toContain('Dee Deputy');
      expect(shows(device, message)).not.toContain(verbNames.escalationDecide);
    }

    // Whatever is still done on an old card meets the decision as it stands.
    const late = await teams.deliver(stale);
    expect(JSON.stringify(late.card)).toContain('Approved: More floor support');
    expect(JSON.stringify(late.card)).toContain('changed nothing');
    for (const [device, message] of everywhere) {
      const refreshed = await device.react(message);
      expect(refreshed?.status).toBe(200);
      expect(shows(device, message)).toContain('Approved: More floor support');
    }
    expect(teams.statistics().violations.updatedDuringRefresh).toBe(0);
  });
});
