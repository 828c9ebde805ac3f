/** A wave opens once for a question, closes once, and its clocks follow it. */

import fc from 'fast-check';
import { hashOf } from '../../../src/domain/campaign/spread';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import { closeWave } from '../../../src/domain/pulse/close-wave';
import { type Candidate, ShareDraw } from '../../../src/domain/pulse/draw-audience';
import { finishWave } from '../../../src/domain/pulse/finish-wave';
import { currentStep, firstStep, stepAfter } from '../../../src/domain/pulse/next-step';
import { openWave } from '../../../src/domain/pulse/open-wave';
import type { Wave } from '../../../src/domain/pulse/wave';
import { aProgramme, aPulse } from '../../support/samples';

const now = '2026-11-23T10:00:00.000Z' as Instant;
const frame: Wave['frame'] = { atoms: [{ id: asId('a'), name: 'A', cells: [], headcount: 40 }] };
const request = { programme: aProgramme(), pulse: aPulse(), frame, unclosed: [], number: 3, now } as const;

function opened(): Wave {
  const result = openWave({ ...request, openedBy: 'command' });
  if (result.outcome !== 'opened') throw new Error(result.outcome);
  return result.wave;
}

describe('opening a wave', () => {
  it('freezes questions and frame, and plans invitations, two reminders and the close', () => {
    const wave = opened();
    expect(wave.waveId).toBe('larkfield.readiness.w3');
    expect(wave.intents.map(({ id }) => id)).toEqual([
      'start-campaign:pulse-invitation',
      'remind:1',
      'remind:2',
      'close-wave',
    ]);
    expect(wave.dueAt).toEqual({ normal: now, urgent: wave.closesAt });
  });

  it('freezes how many people the organisation counted, imported or not', () => {
    const headcounts = [{ count: 1_180, source: 'Staff record', asOf: '2026-03-31' as Day }];
    const result = openWave({
      ...request,
      programme: { ...request.programme, headcounts },
      openedBy: 'command',
    });
    expect(result).toMatchObject({ outcome: 'opened', wave: { headcounts } });
    expect(opened().headcounts).toBeUndefined();
  });

  it('is refused while another wave asks one of the same questions', () => {
    const result = openWave({ ...request, unclosed: [opened()], openedBy: 'command' });
    expect(result).toMatchObject({ outcome: 'askedAlready', waveId: 'larkfield.readiness.w3' });
  });

  it('is refused when there is nobody to ask', () => {
    expect(openWave({ ...request, frame: { atoms: [] }, openedBy: 'command' }).outcome).toBe('nobodyToAsk');
  });
});

describe('closing a wave', () => {
  it('happens once, and takes its reminders and clock with it', () => {
    const closing = closeWave(opened(), now);
    expect(closing.outcome).toBe('closing');
    expect(closing.next?.intents.map(({ kind }) => kind)).toEqual([
      'start-campaign',
      'cancel-invitations',
      'release-wave',
    ]);
    if (!closing.next) throw new Error('nothing to save');
    expect(closeWave(closing.next, now)).toEqual({ outcome: 'alreadyClosing' });
    const finished = finishWave(closing.next, now).next;
    expect(finished?.status).toBe('closed');
    if (!finished) throw new Error('nothing to save');
    expect(closeWave(finished, now)).toEqual({ outcome: 'alreadyClosed' });
    expect(finishWave(finished, now)).toEqual({ outcome: 'closed' });
  });
});

describe('the next step', () => {
  const { questions } = aPulse();
  it('is the first question without an answer, then that everything is recorded', () => {
    expect(currentStep(questions, undefined)).toMatchObject({ step: 'question', position: 1, total: 3 });
    expect(firstStep(questions)).toMatchObject({ position: 1 });
    const [first, second, third] = questions;
    if (!first || !second || !third) throw new Error('three questions');
    expect(stepAfter(questions, first.id)).toMatchObject({ position: 2, question: second });
    expect(stepAfter(questions, third.id)).toEqual({ step: 'recorded' });
  });
});

describe('a drawn audience', () => {
  const draw = (candidates: readonly Candidate[], share: ConstructorParameters<typeof ShareDraw>[0]) => {
    const drawing = new ShareDraw(share);
    for (const candidate of candidates) drawing.add(candidate);
    const inOrder = [...candidates].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    const drawn = inOrder.filter((candidate) => drawing.draws(candidate));
    return new Set(drawn.map(({ personId }) => personId));
  };
  const people = fc.uniqueArray(fc.record({ id: fc.uuid(), cell: fc.constantFrom('x', 'y', 'z') }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });

  it('takes the declared share of every cell, whoever lists the people and in whatever order', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.1, max: 1, noNaN: true }), fc.string(), (list, share, seed) => {
        const candidates = list.map(({ id, cell }) => ({ personId: asId<PersonId>(id), cellKey: cell }));
        const drawn = draw(candidates, { share, seed });
        expect(draw([...candidates].reverse(), { share, seed })).toEqual(drawn);
        for (const cell of ['x', 'y', 'z']) {
          const inCell = candidates.filter(({ cellKey }) => cellKey === cell);
          const taken = inCell.filter(({ personId }) => drawn.has(personId));
          const rankOf = ({ personId }: Candidate) => hashOf(`${seed}\u0000${personId}`);
          const first = [...inCell]
            .sort((a, b) => rankOf(a) - rankOf(b))
            .slice(0, Math.ceil(share * inCell.length));
          expect(new Set(taken)).toEqual(new Set(first));
        }
      }),
    );
  });

  it('takes the first by person id of two whom the seed gives the same rank', () => {
    const [first, second] = ['pgrwl3-jcj4lr', 'ybf67d--m3zqzv'].map((id) => asId<PersonId>(id));
    if (!first || !second) throw new Error('two people');
    expect(hashOf(`tie\u0000${first}`)).toBe(hashOf(`tie\u0000${second}`));
    const inCell = [second, first].map((personId) => ({ personId, cellKey: 'x' }));
    expect(draw(inCell, { share: 0.5, seed: 'tie' })).toEqual(new Set([first]));
  });

  it('differs with the seed', () => {
    const some = Array.from({ length: 200 }, (_, i) => ({ personId: asId<PersonId>(`p${i}`), cellKey: 'x' }));
    expect(draw(some, { share: 0.5, seed: 'one' })).not.toEqual(draw(some, { share: 0.5, seed: 'two' }));
  });
});
