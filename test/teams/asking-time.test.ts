/** "When suits you?": typed or tapped, chosen once, and kept beside "stop asking me". */

import { addressPk } from '../../src/app/documents';
import { changeAsking } from '../../src/app/people/change-asking.use-case';
import { chooseTime } from '../../src/app/people/choose-time.use-case';
import { createRecord, readRecord } from '../../src/app/records';
import { asId, type OrganisationId } from '../../src/domain/ids';
import { askingTimeCommand } from '../../src/teams/chat/asking-time.command';
import { privacyCommand } from '../../src/teams/chat/privacy.command';
import { askingSuitsVerb } from '../../src/teams/verbs/asking-suits.verb';
import { askingWhenVerb } from '../../src/teams/verbs/asking-when.verb';
import { wordsIn } from '../cards/card-tree';
import { FaultyStore } from '../support/faulty-store';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { aProgramme } from '../support/samples';
import { type Harness, saveProgramme, startHarness } from './edge-harness';

const nurseOid = 'cccccccc-0000-4000-8000-000000000009';
let harness: Harness;
let nurse: TeamsUser;
beforeEach(async () => {
  harness = await startHarness({
    verbs: [askingSuitsVerb, askingWhenVerb],
    chat: { commands: [askingTimeCommand, privacyCommand] },
  });
  await saveProgramme(harness);
  nurse = harness.teams.user(nurseOid);
});
afterEach(() => harness.close());

const personId = () => harness.app.keys.personIdOf(nurse.tenantId, nurseOid);
const joinProgramme = () =>
  createRecord(harness.app.store, 'membership', {
    personId: personId(),
    programmes: [{ programmeId: aProgramme().id, organisationId: asId('RZZ') }],
  });
const saved = async () => {
  const pk = addressPk(asId('RZZ'), personId());
  const stored = await readRecord(harness.app.store, 'preferences', pk, 'preferences');
  return stored && { suits: stored.document.suits, stopAsking: stored.document.stopAsking };
};
const words = (card: unknown) => wordsIn(card).join('\n');
const saidLast = () => words(nurse.storedCard(nurse.latest()));

test('a person chooses a time, and takes it back', async () => {
  await joinProgramme();
  await nurse.say('When suits you?');
  expect(saidLast()).toContain('Now chosen: no particular time.');
  const { card } = await nurse.press(nurse.latest(), { title: 'Night: 21:00 to 05:00' });
  expect(words(card)).toContain('We will write to you from 21:00 to 05:00');
  expect(await saved()).toEqual({ suits: 'night', stopAsking: false });
  await harness.clock.advance(1_000);
  await nurse.say('when suits me');
  await nurse.press(nurse.latest(), { title: 'Whenever' });
  expect(await saved()).toEqual({ suits: undefined, stopAsking: false });
});

test('a tap on a card from before another choice changes nothing, and the same tap again changes nothing more', async () => {
  await joinProgramme();
  await nurse.say('when suits me');
  const old = nurse.latest();
  await nurse.press(old, { title: 'Morning: 08:30 to 12:00' });
  await harness.clock.advance(1_000);
  await nurse.say('when suits me');
  await nurse.press(nurse.latest(), { title: 'Afternoon: 12:00 to 17:00' });
  const { card } = await nurse.press(old, { title: 'Morning: 08:30 to 12:00' });
  expect(words(card)).toContain('Nothing was changed');
  expect(await saved()).toEqual({ suits: 'afternoon', stopAsking: false });
});

test('“stop asking me” and “ask me again” keep the time, and the time keeps “stop asking me”', async () => {
  await joinProgramme();
  await nurse.say('when suits me');
  await nurse.press(nurse.latest(), { title: 'Evening: from 17:00' });
  await harness.clock.advance(1_000);
  await changeAsking(harness.app, { personId: personId(), stopAsking: true });
  expect(await saved()).toEqual({ suits: 'evening', stopAsking: true });
  await nurse.say('when suits me');
  expect(saidLast()).toContain('That stays');
  await nurse.press(nurse.latest(), { title: 'Morning: 08:30 to 12:00' });
  expect(await saved()).toEqual({ suits: 'morning', stopAsking: true });
});

test('chosen again after a failure between two organisations, it holds in both', async () => {
  const { app } = harness;
  const programmes = ['RZZ', 'RYY'].map((id) => ({
    programmeId: aProgramme().id,
    organisationId: asId<OrganisationId>(id),
  }));
  await createRecord(app.store, 'membership', { personId: personId(), programmes });
  let writes = 0;
  const store = new FaultyStore(app.store, ({ isWrite }) =>
    isWrite && ++writes === 2 ? { when: 'before', what: 'clean' } : undefined,
  );
  const choice = { personId: personId(), suits: 'night', revision: 'first' } as const;
  await expect(chooseTime({ ...app, store }, choice)).rejects.toThrow('injected');
  expect(await chooseTime({ ...app, store }, choice)).toMatchObject({ outcome: 'chosen' });
  for (const { organisationId } of programmes) {
    const pk = addressPk(organisationId, personId());
    expect((await readRecord(app.store, 'preferences', pk, 'preferences'))?.document.suits).toBe('night');
  }
});

test('the privacy card tells the hours there are, and a stranger is told that no list names them', async () => {
  await nurse.say('when suits me');
  expect(saidLast()).not.toContain('Morning');
  await joinProgramme();
  await nurse.say('privacy');
  expect(saidLast()).toContain('keeps no quiet hours');
});
