/** "privacy", from somebody whom two programmes may ask. */

import { createRecord, upsertRecord } from '../../src/app/records';
import {
  asId,
  type CampaignId,
  deliveryIdOf,
  type OrganisationId,
  type ProgrammeId,
} from '../../src/domain/ids';
import { plusDays } from '../../src/domain/instant';
import { privacyCommand } from '../../src/teams/chat/privacy.command';
import { wordsIn } from '../cards/card-tree';
import { aProgramme } from '../support/samples';
import { saveProgramme, startHarness } from './edge-harness';

const elsewhere = asId<ProgrammeId>('elsewhere');
const campaignId = asId<CampaignId>('invite.elsewhere.w1');
const organisationId = asId<OrganisationId>('RZZ');

test('the rules are those of the programme that asks now', async () => {
  const harness = await startHarness({ chat: { commands: [privacyCommand] } });
  try {
    const { app, teams, clock } = harness;
    const { store } = app;
    const nurse = teams.user('cccccccc-0000-4000-8000-000000000009');
    const personId = app.keys.personIdOf(nurse.tenantId, nurse.aadObjectId);
    const privacy = async () => {
      await nurse.say('privacy');
      return wordsIn(nurse.storedCard(nurse.latest())).join('\n');
    };
    await saveProgramme(harness);
    const other = { ...aProgramme(), id: elsewhere, name: 'Mill Lane EPR', minimumGroupSize: 17 };
    await upsertRecord(store, 'programme', { ...other, tenantId: teams.tenantId });
    await createRecord(store, 'membership', {
      personId,
      programmes: [aProgramme().id, elsewhere].map((programmeId) => ({ programmeId, organisationId })),
    });
    const before = await privacy();
    expect(before).toContain('Larkfield EPR');
    expect(before).toContain('at least 5 answers');

    const now = clock.now();
    await createRecord(store, 'wave', {
      waveId: asId('elsewhere.w1'),
      programmeId: elsewhere,
      pulseId: asId('w'),
      title: 'Ready?',
      status: 'open',
      questions: [],
      audience: { kind: 'everyone' },
      minimumGroupSize: 17,
      confidenceFloor: 0.6,
      frame: { atoms: [] },
      campaignId,
      opensAt: now,
      closesAt: plusDays(now, 5),
      openedBy: 'command',
      intents: [],
    });
    await createRecord(store, 'delivery', {
      ...{ campaignId, personId, organisationId, programmeId: elsewhere },
      deliveryId: deliveryIdOf(campaignId, personId),
      status: 'delivered',
      attempts: 1,
    });
    const said = await privacy();
    expect(said).toContain('Mill Lane EPR');
    expect(said).not.toContain('Larkfield EPR');
    expect(said).toContain('at least 17 answers');
  } finally {
    await harness.close();
  }
});
