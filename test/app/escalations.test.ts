/** Who is asked about an escalation, by the programme as it is: roles, absences and whom the policy names. */

import type { AppContext } from '../../src/app/context';
import { deskDocumentId } from '../../src/app/documents';
import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { raiseEscalation } from '../../src/app/escalation/raise-escalation.use-case';
import { absenceOverIntent } from '../../src/app/intents/absence-over.intent';
import { handOverIntent } from '../../src/app/intents/hand-over.intent';
import { goAway } from '../../src/app/people/absence.use-case';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { checkRole } from '../../src/app/programme/check-role';
import { readRecord, upsertRecord } from '../../src/app/records';
import type { EscalationFact } from '../../src/domain/escalation/escalation';
import { asId, type EscalationId, type IssueId } from '../../src/domain/ids';
import { dayOf, epochMsOf } from '../../src/domain/instant';
import type { Programme } from '../../src/domain/programme/programme';
import { aProgramme, deputyOid, leadOid, sroOid, tenantId } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const sponsorOid = 'aaaaaaaa-0000-4000-8000-000000000007';
const boardOid = 'aaaaaaaa-0000-4000-8000-000000000008';
const newSroOid = 'aaaaaaaa-0000-4000-8000-000000000009';
const programme: Programme = {
  ...aProgramme(),
  roles: { ...aProgramme().roles, sponsor: [{ aadObjectId: sponsorOid, displayName: 'Spencer Sponsor' }] },
  escalationPolicy: {
    leadWithinWorkingDays: 3,
    decideWithinWorkingDays: 5,
    steps: [{ role: 'sro', acknowledgeWithinHours: 2, decideWithinHours: 8 }],
    board: { aadObjectId: boardOid, displayName: 'Bo Board' },
    sponsors: [{ category: 'infrastructure', aadObjectId: sponsorOid }],
  },
};

let world: WorkerWorld;
let context: AppContext;
beforeEach(async () => {
  world = await WorkerWorld.open();
  context = world.context;
  await applyProgramme(context, programme);
});
afterEach(() => world.close());

const personIdOf = (oid: string) => context.keys.personIdOf(tenantId, oid);

async function goUp(issue: string): Promise<EscalationId> {
  const issueId = asId<IssueId>(issue);
  const fact: EscalationFact = {
    kind: 'issue',
    issueId,
    title: 'Call 07700 900123 about the printers',
    category: 'infrastructure',
    effect: 'workAround',
    siteGroupName: 'Larkfield General',
    raisedOn: dayOf(context.clock.now()),
    support: 'none',
    isHazard: false,
  };
  const question = 'Who pays? Ask 07700 900123.';
  const prepared = { by: personIdOf(leadOid), words: { question, options: [] } };
  const raised = await raiseEscalation(context, {
    programme,
    source: { kind: 'issue', issueId },
    facts: [fact],
    prepared,
  });
  if (raised.outcome !== 'raised') throw new Error(raised.outcome);
  return raised.escalationId;
}

async function stored(escalationId: EscalationId) {
  const found = await readRecord(context.store, 'escalation', programme.id, escalationId);
  if (!found) throw new Error('no such escalation');
  return found.document;
}
const asked = async (id: EscalationId) =>
  (await stored(id)).assignment?.asked.map(({ personId }) => personId);

test('what the lead has prepared goes straight up, masked, with a copy for the sponsor of its theme', async () => {
  const escalation = await stored(await goUp('i1'));
  expect(escalation).toMatchObject({
    status: 'withExecutive',
    category: 'infrastructure',
    facts: [{ title: 'Call [phone number removed] about the printers' }],
    case: { question: 'Who pays? Ask [phone number removed].' },
    copiedTo: [personIdOf(sponsorOid)],
    assignment: { asked: [{ personId: personIdOf(sroOid), role: 'sro' }] },
  });
  expect(escalation.intents.map(({ id }) => id)).not.toContain('start-campaign:escalation-preparation');
});

test('a case that lacks something raises nothing', async () => {
  const words = { options: [{ title: 'Delay', consequence: '' }] };
  const issueId = asId<IssueId>('i1');
  const found = {
    programme,
    source: { kind: 'issue' as const, issueId },
    facts: [],
    prepared: { by: personIdOf(leadOid), words },
  };
  const facts = [
    { kind: 'review' as const, reviewId: asId<never>('r'), title: 't', outcome: 'o', groups: [] },
  ];
  expect(await raiseEscalation(context, { ...found, facts })).toEqual({
    outcome: 'incomplete',
    missing: 'consequence',
  });
  expect(await readRecord(context.store, 'escalation', programme.id, 'escalation.i1')).toBeUndefined();
});

test('whoever is away is passed over, until the day after', async () => {
  const organisationId = asId<never>('RZZ');
  const until = dayOf(context.clock.now());
  await upsertRecord(context.store, 'absence', { personId: personIdOf(sroOid), organisationId, until });
  expect(await asked(await goUp('i1'))).toEqual([personIdOf(deputyOid)]);
  await world.clock.advance(86_400_000);
  expect(await asked(await goUp('i2'))).toEqual([personIdOf(sroOid)]);
});

test('a new SRO is asked as soon as the file is applied, and the former one no longer decides', async () => {
  const escalationId = await goUp('i1');
  const { decideBy } = (await stored(escalationId)).assignment ?? {};
  const sro = [{ aadObjectId: newSroOid, displayName: 'Nina New' }];
  await applyProgramme(context, { ...programme, roles: { ...programme.roles, sro } });
  expect(await asked(escalationId)).toEqual([personIdOf(newSroOid)]);
  expect((await stored(escalationId)).assignment?.decideBy).toBe(decideBy);
  await world.clock.advance(6_000);
  const decide = (oid: string) =>
    decideEscalation(context, {
      programmeId: programme.id,
      escalationId,
      personId: personIdOf(oid),
      kind: 'reject',
      rationale: 'No.',
    });
  expect((await decide(sroOid)).outcome).toBe('askedOfSomeoneElse');
  expect((await decide(newSroOid)).outcome).toBe('decided');
});

test('the board’s contact, who holds no role, is asked after the last step and may decide', async () => {
  const escalationId = await goUp('i1');
  const document = await stored(escalationId);
  const intent = document.intents.find(({ data }) => data?.clock === 'decide');
  if (!intent) throw new Error('no clock');
  const signal = new AbortController().signal;
  await handOverIntent.carryOut(context, { document, intent, signal });
  await handOverIntent.carryOut(context, { document, intent, signal });
  expect(await asked(escalationId)).toEqual([personIdOf(sroOid), personIdOf(boardOid)]);
  const question = {
    programmeId: programme.id,
    tenantId,
    aadObjectId: boardOid,
    roles: ['sponsor'] as const,
  };
  expect((await checkRole(context, question)).outcome).toBe('allowed');
});

test('what went past an SRO who was away is theirs again on the morning after, said or not', async () => {
  const personId = personIdOf(sroOid);
  await goAway(context, [programme], { personId, until: dayOf(context.clock.now()) });
  const escalationId = await goUp('i1');
  const over = async () => {
    const desk = await readRecord(context.store, 'desk', programme.id, deskDocumentId(personId));
    const [intent] = desk?.document.intents ?? [];
    if (!desk || !intent) throw new Error('no end of the absence is planned');
    const signal = new AbortController().signal;
    await absenceOverIntent.carryOut(context, { document: desk.document, intent, signal });
    return intent.dueAt;
  };
  const dueAt = await over();
  expect(await asked(escalationId)).toEqual([personIdOf(deputyOid)]);
  world.clock.correctWallTime(epochMsOf(dueAt) - epochMsOf(context.clock.now()));
  await over();
  expect(await asked(escalationId)).toEqual([personIdOf(deputyOid), personId]);
});
