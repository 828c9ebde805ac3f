import fc from 'fast-check';
import {
  beginSending,
  cancelCampaign,
  finishCancelling,
  finishReminder,
  finishSending,
  isRunning,
  stageOf,
  startReminder,
  waitUntil,
} from '../../../src/domain/campaign/advance-campaign';
import type { Campaign } from '../../../src/domain/campaign/campaign';
import { newCampaign, newDelivery } from '../../../src/domain/campaign/plan-campaign';
import { asId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { clearIntent } from '../../../src/domain/intent/settle-intent';

const now = '2026-03-02T10:00:00.000Z' as Instant;
const planned = newCampaign({
  campaignId: asId('invite.w1'),
  programmeId: asId('p'),
  purpose: 'pulse-invitation',
  audienceKind: 'respondent',
  subjectId: 'w1',
  recipients: { kind: 'wave', waveId: 'w1' },
  lane: 'normal',
});
const steps: Record<string, (campaign: Campaign) => Campaign | undefined> = {
  begin: (c) => beginSending(c, now),
  sent: finishSending,
  remind1: (c) => startReminder(c, 1, now),
  remind2: (c) => startReminder(c, 2, now),
  reminded1: (c) => finishReminder(c, 1),
  reminded2: (c) => finishReminder(c, 2),
  cancel: (c) => cancelCampaign(c, now),
  marked: finishCancelling,
};
const after = (...names: string[]) =>
  names.reduce((campaign, name) => steps[name]?.(campaign) ?? campaign, planned);

it('sends, is done, reminds and is done again', () => {
  expect(stageOf(planned)).toBe('nothing');
  expect(stageOf(after('begin'))).toBe('send');
  expect(stageOf(after('begin', 'sent'))).toBe('nothing');
  expect(stageOf(after('begin', 'sent', 'remind1'))).toBe('remind');
  expect(stageOf(after('begin', 'sent', 'remind1', 'reminded1'))).toBe('nothing');
});

it('finishes sending before it reminds, and puts a second reminder in the place of an unfinished first', () => {
  expect(stageOf(after('begin', 'remind1'))).toBe('send');
  expect(stageOf(after('begin', 'remind1', 'sent'))).toBe('remind');
  expect(after('begin', 'sent', 'remind1', 'remind2').reminderPass).toBe(2);
  expect(after('begin', 'sent', 'remind2', 'remind1').reminderPass).toBe(2);
});

it('when cancelled marks what was not sent; what was sent to everyone stays done', () => {
  expect(stageOf(after('begin', 'cancel'))).toBe('cancel');
  expect(stageOf(after('begin', 'cancel', 'marked'))).toBe('nothing');
  expect(after('begin', 'sent', 'remind1', 'cancel')).toMatchObject({ status: 'done', intents: [] });
  expect(after('cancel', 'begin').status).toBe('cancelled');
  expect(cancelCampaign(after('begin', 'sent'), now)).toBeUndefined();
});

it('has the intent to run exactly while there is something to do, by whatever way it got there', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 }), (names) => {
      const campaign = after(...names);
      if (campaign.status === 'snapshotting') return;
      expect(isRunning(campaign)).toBe(stageOf(campaign) !== 'nothing');
    }),
  );
});

it('waits on although the clock was set back to before the time at which it was due', () => {
  const sending = after('begin');
  const waiting = waitUntil(sending, sending, now) ?? sending;
  const [run] = waiting.intents;
  if (!run) throw new Error('nothing is due');
  const again = waitUntil(waiting, waiting, now) ?? waiting;
  expect(again.intents).toHaveLength(1);
  expect(clearIntent(again, run)).toBeUndefined();
});

describe('a delivery', () => {
  const recipient = { personId: asId<never>('x'), organisationId: asId<never>('RZZ') };

  it('of somebody who chose not to be asked is cancelled from the start', () => {
    const stopped = { ...recipient, choseNotToBeAsked: true };
    expect(newDelivery(planned, stopped)).toMatchObject({ status: 'cancelled', reason: 'choseNotToBeAsked' });
    const invitation = { atomId: asId<never>('a'), choseNotToBeAsked: true };
    expect(newDelivery(planned, { ...recipient, invitation }).status).toBe('cancelled');
  });

  it('of a reply goes to them all the same', () => {
    const reply = { ...planned, audienceKind: 'reply' } as const;
    expect(newDelivery(reply, { ...recipient, choseNotToBeAsked: true }).status).toBe('pending');
  });

  it('has the same id whenever it is made', () => {
    expect(newDelivery(planned, recipient).deliveryId).toBe('invite.w1:x');
  });
});
