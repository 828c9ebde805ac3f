/** The acceptance story: 80 % asked, 49 % and 47 % trained six days before; a "go" against it stays in sight. */

import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { checkRole } from '../../src/app/programme/check-role';
import { createRecord, listRecords, upsertRecord } from '../../src/app/records';
import { sampleAcknowledgedHazard, sampleClosedHazard } from '../../src/cards/sample-hazard';
import type { DecisionOnGate } from '../../src/domain/decision/decision';
import { type Day, dayOf, plusDays } from '../../src/domain/instant';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import { SystemClock } from '../../src/system-clock';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { leadOid, sroOid } from '../support/samples';
import { eachStore } from '../support/stores';

const newSroOid = 'aaaaaaaa-0000-4000-8000-000000000009';
/** Of the 100 people of each site: trained in all, and of the 60 who work in the first fortnight. */
const trained = { acute: [49, 42], community: [47, 40] } as const;

function withGate(programme: Programme, today: Day): Programme {
  const on = (days: number) =>
    dayOf(plusDays(`${today}T12:00:00.000Z` as Parameters<typeof plusDays>[0], days));
  return {
    ...programme,
    gates: [
      {
        id: 'go-live',
        name: 'Go-live at both sites',
        decidesOn: today,
        goLiveOn: on(6),
        setBy: 'Programme board',
        why: 'The contract for the old system ends.',
        criteria: [
          ...(['acute', 'community'] as const).map((siteGroup) => ({
            id: `training-${siteGroup}`,
            kind: 'training' as const,
            group: { siteGroups: [siteGroup] },
            floor: 0.8,
          })),
          { id: 'no-hazard-open', kind: 'openBlockers' },
        ],
        calendar: [],
      },
    ],
  };
}

async function mayRead({ bot, teams, programme }: RunningBot, aadObjectId: string): Promise<boolean> {
  const { tenantId } = teams;
  const asked = { programmeId: programme.id, tenantId, aadObjectId, roles: ['sro'] as const };
  return (await checkRole(bot.context, asked)).outcome === 'allowed';
}

eachStore('a gate that is not met, and a go against it', (open) => {
  let running: RunningBot;
  let today: Day;

  beforeEach(async () => {
    today = dayOf(new SystemClock().now());
    const describe = ({ site }: DirectoryPerson, index: number) => {
      const [all, inFortnight] = trained[site === 'RZZ01' ? 'acute' : 'community'];
      const worksFirstFortnight = index < 60;
      const isTrained = worksFirstFortnight ? index < inFortnight : index - 60 < all - inFortnight;
      return { worksFirstFortnight, ...(isTrained ? { trainedOn: today } : {}) };
    };
    running = await startRunningBot({ store: await open(), perAtom: 50, describe });
  });
  afterEach(() => running.close());

  it('answers “not met” with both denominators, and is recorded with its way back for whoever comes next', async () => {
    const { teams, bot, until, programme, people } = running;
    const gated = withGate(programme, today);
    const hazard = { ...sampleAcknowledgedHazard, programmeId: programme.id };
    await createRecord(bot.context.store, 'issue', hazard);
    expect(await applyProgramme(bot.context, gated)).toMatchObject({
      gates: [{ gate: 'go-live', outcome: 'created' }],
    });

    const sro = teams.user(sroOid);
    const card = await until(() =>
      sro.cardMessages().find((message) => JSON.stringify(message).includes('gate-decide')),
    );
    const shown = JSON.stringify(sro.storedCard(card));
    expect(shown).toContain('Verdict: not met');
    expect(shown).toContain('49 in 100 of all users are trained (49 of 100); 80 are asked.');
    expect(shown).toContain('70 in 100 of those who work in the first fortnight (42 of 60).');
    expect(shown).toContain('47 in 100 of all users are trained (47 of 100); 80 are asked.');
    expect(shown).toContain('67 in 100 of those who work in the first fortnight (40 of 60).');
    expect(shown).toContain('1 hazard is open.');
    expect(() =>
      sro.prepare(card, { title: 'Decide: go' }, { rationale: 'The contract ends on Sunday.' }),
    ).toThrow(/goMitigation/);

    const late = sro.prepare(card, { title: 'Decide: stop' }, { rationale: 'I think again.' });
    const decided = await sro.press(
      card,
      { title: 'Decide: go' },
      {
        rationale: 'The contract ends on Sunday.',
        goMitigation: 'Sixty floorwalkers for four weeks.',
        goRollbackTrigger: 'Two delayed medicines in one day.',
        goAdvisedBy: running.personIdOf(leadOid),
      },
    );
    const againstIt = [
      'Decided against the evidence: Go',
      'Verdict at the time: not met.',
      'Mitigation: Sixty floorwalkers for four weeks.',
      'Rollback trigger: Two delayed medicines in one day.',
      'Advised by Lena Lead.',
      'Sam Sponsor, Senior Responsible Owner',
    ];
    for (const words of againstIt) expect(JSON.stringify(decided.card)).toContain(words);
    const second = await teams.deliver(late);
    expect(JSON.stringify(second.card)).toContain('This was decided before your tap');
    expect(JSON.stringify(second.card)).toContain('Decided against the evidence: Go');

    // The office changes hands while the lead hears of it.
    const sroNow = [{ aadObjectId: newSroOid, displayName: 'Nia New' }];
    const handedOver = { ...gated, roles: { ...gated.roles, sro: sroNow } };
    expect((await applyProgramme(bot.context, handedOver)).outcome).toBe('updated');
    const lead = teams.user(leadOid);
    await until(() =>
      lead.cardMessages().find((message) => JSON.stringify(message).includes('Sixty floorwalkers')),
    );

    const log: DecisionOnGate[] = [];
    for await (const { document } of listRecords(bot.context.store, 'decision', programme.id)) {
      if ('gateId' in document) log.push(document);
    }
    expect(log).toEqual([
      expect.objectContaining({
        kind: 'go',
        decidedBy: running.personIdOf(sroOid),
        against: {
          mitigation: 'Sixty floorwalkers for four weeks.',
          rollbackTrigger: 'Two delayed medicines in one day.',
          advisedBy: running.personIdOf(leadOid),
        },
      }),
    ]);
    expect(log[0]?.evidence.judgements.map(({ verdict }) => verdict)).toEqual(['notMet']);
    expect(JSON.stringify(log)).not.toMatch(/Sam Sponsor|Lena Lead/);

    // What is closed afterwards was open when it was decided.
    await upsertRecord(bot.context.store, 'issue', { ...hazard, hazard: sampleClosedHazard.hazard });

    // Staff see no gate; the new SRO sees what was decided against the evidence, and that it is decided.
    const [somebody] = people;
    const staff = teams.user(somebody?.aadObjectId ?? '');
    await staff.say('gate');
    expect(JSON.stringify(staff.storedCard(staff.latest()))).toContain('This is for another role');
    const next = teams.user(newSroOid);
    // A role is what the programme said a few seconds ago.
    await until(async () => (await mayRead(running, newSroOid)) || undefined);
    await next.say('gates');
    const reply = JSON.stringify(next.storedCard(next.latest()));
    for (const words of againstIt) expect(reply).toContain(words);
    expect(reply).toContain('1 hazard is open.');
    expect(reply).not.toContain('gate-decide');
    expect(teams.statistics().violations).toMatchObject({ cardTooLarge: 0, messageTooLarge: 0 });
  });
});
