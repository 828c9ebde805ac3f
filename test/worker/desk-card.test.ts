/** The list that a desk sends: what was decided before it goes out is not asked for, what is decided later says so. */

import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { raiseEscalation } from '../../src/app/escalation/raise-escalation.use-case';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { upsertRecord } from '../../src/app/records';
import { emptyDesk } from '../../src/domain/desk/desk';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import { asId, type CampaignId, type IssueId } from '../../src/domain/ids';
import { dayOf } from '../../src/domain/instant';
import { deskCard } from '../../src/worker/desk-card';
import { aProgramme, leadOid, sroOid, tenantId } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const programme = aProgramme();
const campaignId = asId<CampaignId>('desk.dueSoon');

it('leaves out what was decided before it left, and keeps what is decided once it is there', async () => {
  const world = await WorkerWorld.open();
  try {
    const { context } = world;
    const personId = context.keys.personIdOf(tenantId, sroOid);
    const on = dayOf(context.clock.now());
    await applyProgramme(context, programme);
    const ids = ['printers', 'log-ins'].map((name) => asId<IssueId>(`larkfield.issue.${name}`));
    for (const issueId of ids) {
      const question = `Shall we pay for ${issueId.split('.').at(-1)}?`;
      const by = context.keys.personIdOf(tenantId, leadOid);
      await raiseEscalation(context, {
        programme,
        source: { kind: 'issue', issueId },
        facts: [
          {
            ...{ kind: 'issue', issueId, title: question, category: 'infrastructure' },
            ...{ effect: 'slowsMeDown', support: 'none', isHazard: false, raisedOn: on },
            siteGroupName: 'Larkfield General',
          },
        ],
        prepared: { by, words: { question, options: [] } },
      });
    }
    const shows = ids.map((id) => ({ kind: 'escalation' as const, id: escalationIdOf(id), asking: 1 }));
    const send = { kind: 'dueSoon' as const, campaignId, on, shows };
    await upsertRecord(context.store, 'desk', { ...emptyDesk(programme.id, personId), sends: [send] });
    await decideEscalation(context, {
      ...{ programmeId: programme.id, personId, escalationId: escalationIdOf(ids[0] ?? asId('')) },
      kind: 'reject',
      rationale: 'No money.',
    });
    const frame = { isSynthetic: true, timeZone: programme.timeZone };
    const card = async (isFirst: boolean) =>
      JSON.stringify(await deskCard({ context, programme, campaignId, personId, isFirst, frame }));
    expect(await card(true)).toContain('pay for log-ins?');
    expect(await card(true)).not.toContain('pay for printers?');
    expect(await card(false)).toMatch(/pay for printers\?.*No longer waits for you/);
  } finally {
    await world.close();
  }
});
