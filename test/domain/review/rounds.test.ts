import { asId } from '../../../src/domain/ids';
import { type Day, type Instant, instantOf } from '../../../src/domain/instant';
import { checkReviewPolicy } from '../../../src/domain/programme/check-review-policy';
import type { Programme } from '../../../src/domain/programme/programme';
import { finishWave } from '../../../src/domain/pulse/finish-wave';
import { fitsQuestion } from '../../../src/domain/pulse/fits-question';
import { openWave } from '../../../src/domain/pulse/open-wave';
import { acceptBallot } from '../../../src/domain/review/accept-ballot';
import { buildReviewFrame } from '../../../src/domain/review/build-review-frame';
import { type DecideReviewRequest, decideReview } from '../../../src/domain/review/decide-review';
import { isReviewDue, isWorkedAround, markStale } from '../../../src/domain/review/mark-stale';
import { openReview } from '../../../src/domain/review/open-review';
import type { Review, ReviewOutcome } from '../../../src/domain/review/review';
import { asksForChanges, finishAction, withAction } from '../../../src/domain/review/review-actions';
import { reviewPolicyOf } from '../../../src/domain/review/review-policy';
import { reviewQuestions } from '../../../src/domain/review/review-questions';
import { reviseVersion } from '../../../src/domain/review/revise-version';
import { named, review } from './ballots';

const now = '2026-11-22T10:00:00.000Z' as Instant;
const today = '2026-11-22' as Day;

const programme: Programme = {
  id: asId('programme'),
  name: 'Programme',
  tenantId: 't',
  isSynthetic: true,
  timeZone: 'Europe/London',
  organisations: [],
  minimumGroupSize: 11,
  confidenceFloor: 0.6,
  siteGroups: [{ id: 's0', name: 'Site 0' }],
  sites: [],
  staffFamilies: [],
  staffGroups: ['nurses', 'doctors', 'clerks'].map((id) => ({ id, name: id, staffFamily: 'all' })),
  stages: [],
  roles: { sro: [{ aadObjectId: 'sro', displayName: 'Sarah' }] },
  pulses: [],
  escalationPolicy: { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 },
  workflows: [{ id: 'discharge', name: 'Discharge' }],
  links: {},
};
const people = ['nurses', 'doctors', 'clerks'].map((staffGroup) => ({
  siteGroup: 's0',
  staffGroup,
  headcount: 30,
}));
const frame = buildReviewFrame(review, programme, people);
const draft: Review = { ...review, status: 'draft', rounds: [] };
const open = (changes: Partial<Review>, over: Partial<Programme> = {}) =>
  openReview({
    review: { ...draft, ...changes },
    programme: { ...programme, ...over },
    frame,
    worksText: 'Does it work?',
    openedBy: 'command',
    now,
  });

describe('opening a review', () => {
  it('asks the affected staff groups alone, group by group', () => {
    expect(frame.atoms.map(({ name, headcount }) => [name, headcount])).toEqual([
      ['Site 0 · nurses', 30],
      ['Site 0 · doctors', 30],
    ]);
  });

  it('makes the wave that carries the ballots, which closes when work ends on the closing day', () => {
    const opened = open({});
    expect(opened).toMatchObject({
      outcome: 'opened',
      review: { status: 'open', revision: 5, rounds: [{ number: 1, waveId: 'r1.r1' }] },
      wave: { reviewId: 'r1', pulseId: 'review.r1', closesAt: '2026-12-01T17:00:00.000Z', status: 'open' },
    });
    const wave = opened.outcome === 'opened' ? opened.wave : undefined;
    expect(wave?.questions.map(({ kind }) => kind)).toEqual(['option', 'works']);
    expect(wave?.intents.map(({ kind }) => kind)).toEqual([
      'start-campaign',
      'remind',
      'remind',
      'close-wave',
    ]);
  });

  it('makes no wave of an expert panel, and closes it by itself', () => {
    const opened = open({ voting: 'attributed', panel: [asId('p1')] });
    expect(opened).toMatchObject({
      outcome: 'opened',
      review: { dueAt: { urgent: '2026-12-01T17:00:00.000Z' } },
    });
    expect(opened).not.toHaveProperty('wave');
  });

  it('opens a review that is to be confirmed as its next round, with the policy of today', () => {
    const stale = { since: today, because: 'newVersion' as const, detail: '2.0' };
    const again = open(
      { status: 'toBeConfirmed', rounds: review.rounds, stale },
      { reviewPolicy: { ...review.policy, agreedShare: 0.8 } },
    );
    expect(again).toMatchObject({
      outcome: 'opened',
      review: { policy: { agreedShare: 0.8 }, rounds: [{ number: 1 }, { number: 2, waveId: 'r1.r2' }] },
    });
    expect(again).not.toHaveProperty('review.stale');
  });

  const [one, ...others] = review.options;
  const withOption = (changes: object): Partial<Review> => ({
    options: [...(one ? [{ ...one, ...changes }] : []), ...others],
  });
  const image = { url: 'https://example.org/a.png', alternativeText: 'The new screen' };
  it.each<[string, Partial<Review>]>([
    ['consequence', withOption({ consequence: ' ' })],
    ['author', withOption({ authorName: '' })],
    ['affectedGroups', withOption({ affects: [] })],
    ['unknownStaffGroup', withOption({ affects: ['porters'] })],
    ['optionTitle', withOption({ title: '' })],
    ['title', { title: '' }],
    ['question', { question: '' }],
    ['workflow', { workflow: 'undeclared' }],
    ['artefact', { proposal: { ...review.proposal, artefact: '' } }],
    ['version', { proposal: { ...review.proposal, version: '' } }],
    ['decider', { decider: 'sponsor' }],
    ['closesOn', { closesOn: today }],
    ['reviewAgainOn', { reviewAgainOn: review.closesOn }],
    ['frontlineContributor', { contributors: [{ kind: 'digitalTeam', name: 'Dee' }] }],
    ['digitalOrSupplierContributor', { contributors: [{ kind: 'frontline', name: 'Nora' }] }],
    ['panel', { voting: 'attributed' }],
    ['optionCount', { options: review.options.slice(0, 1) }],
    ['optionCount', { kind: 'confirm' }],
    ['lessToLookAt', { proposal: { ...review.proposal, images: [image, image, image, image] } }],
    [
      'lessToLookAt',
      {
        proposal: {
          ...review.proposal,
          images: [image],
          beforeAfter: [{ what: 'a', before: 'b', after: 'c' }],
        },
      },
    ],
    ['alternativeText', { proposal: { ...review.proposal, images: [{ ...image, alternativeText: '' }] } }],
  ])('is refused without its %s', (part, changes) => {
    expect(open(changes)).toMatchObject({ outcome: 'incomplete', missing: [{ part }] });
  });

  it('names everything that is missing at once, and which option lacks it', () => {
    const blank = { ...withOption({ consequence: '', affects: [] }), question: '' };
    expect(open(blank)).toMatchObject({
      missing: [
        { part: 'question' },
        { part: 'consequence', option: 1, title: 'Option a' },
        { part: 'affectedGroups', option: 1 },
      ],
    });
  });

  it.each([
    ['openAlready', { status: 'open' }],
    ['decidedAlready', { status: 'decided' }],
  ] as const)('is %s when it is %p', (outcome, changes) => {
    expect(open(changes)).toEqual({ outcome });
  });

  it('holds quorums to no fewer votes than may be shown, and agreement to what a release can tell', () => {
    expect(reviewPolicyOf({ minimumGroupSize: 11 })).toEqual({
      agreedShare: 0.7,
      quorumShare: 0.3,
      quorumMinimum: 11,
      workaroundShare: 0.3,
    });
    const shares = [0.5, 0.55, 0.8, 0.85].map((agreedShare) => ({ ...review.policy, agreedShare }));
    expect(shares.map((policy) => checkReviewPolicy({ reviewPolicy: policy }).length)).toEqual([1, 0, 0, 1]);
    expect(checkReviewPolicy({ reviewPolicy: { ...review.policy, quorumShare: 30 } })).toMatchObject([
      { path: ['reviewPolicy', 'quorumShare'] },
    ]);
    const reviewPolicy = { ...review.policy, quorumMinimum: 20 };
    expect(reviewPolicyOf({ minimumGroupSize: 11, reviewPolicy }).quorumMinimum).toBe(20);
  });
});

describe('a wave of ballots', () => {
  const opened = open({});
  const wave = opened.outcome === 'opened' ? opened.wave : undefined;

  it('publishes no scores, alarms nobody and tells nobody what was heard: the review concludes', () => {
    const { next } = finishWave({ ...wave, status: 'closing', intents: [] } as never, now);
    expect(next?.intents.map(({ id }) => id)).toEqual([
      'conclude-review',
      'erase-answers:first',
      'erase-answers:sweep',
    ]);
  });

  it('asks questions of its own: no pulse is refused for it', () => {
    const pulse = {
      ...{ id: asId<never>('p'), title: 'Pulse', openForDays: 7, audience: { kind: 'everyone' as const } },
      questions: reviewQuestions(review, 'Does it work?'),
    };
    const request = { programme, pulse, frame, number: 1, openedBy: 'command' as const, now };
    expect(openWave({ ...request, unclosed: wave ? [wave] : [] }).outcome).toBe('opened');
  });

  it('takes an option that is offered, a view, and "not my area", and nothing else', () => {
    const [option, works] = reviewQuestions(review, 'Does it work?');
    const choice = (id: string) => ({ kind: 'choice' as const, choice: id });
    const outside = (of: 'notMyArea' | 'dontKnowYet') => ({ kind: 'outside' as const, outside: of });
    expect(
      [choice('a'), choice('z'), outside('notMyArea'), outside('dontKnowYet')].map((value) =>
        fitsQuestion(option, value),
      ),
    ).toEqual([true, false, true, false]);
    expect(
      [choice('works'), choice('a'), outside('notMyArea'), outside('dontKnowYet')].map((value) =>
        fitsQuestion(works, value),
      ),
    ).toEqual([true, false, true, false]);
  });
});

describe('a vote by name', () => {
  const voter = { personId: asId<never>('p1'), displayName: 'Pat', groupName: 'Nurses' };
  const accept = (tap: object, before?: ReturnType<typeof named>, at = now, of: Partial<Review> = {}) =>
    acceptBallot(
      { ...review, ...of },
      voter,
      before,
      { revision: before?.revision ?? 0, ...tap },
      { now: at, today },
    );

  it('is kept part by part, and can be changed until the round closes', () => {
    const first = accept({ optionId: 'a' });
    expect(first).toMatchObject({
      outcome: 'recorded',
      isChange: false,
      ballot: { optionId: 'a', revision: 1 },
    });
    const ballot = first.outcome === 'recorded' ? first.ballot : undefined;
    expect(accept({ works: 'works' }, ballot)).toMatchObject({
      isChange: false,
      ballot: { optionId: 'a', works: 'works' },
    });
    expect(accept({ optionId: 'b' }, ballot)).toMatchObject({
      isChange: true,
      ballot: { optionId: 'b', revision: 2 },
    });
  });

  it.each([
    ['closed', accept({ optionId: 'a' }, undefined, '2026-12-01T17:00:00.000Z' as Instant)],
    ['closed', accept({ optionId: 'a' }, undefined, now, { status: 'closed' })],
    ['outOfDate', accept({ optionId: 'a', revision: 0 }, named('p1', 'Nurses'))],
    ['notAnAnswer', accept({ optionId: 'z' })],
    ['notAnAnswer', accept({})],
    ['notAsked', acceptBallot(review, undefined, undefined, { revision: 0, optionId: 'a' }, { now, today })],
  ] as const)('is %s: case %#', (outcome, result) => {
    expect(result).toEqual({ outcome });
  });

  it('begins anew in the next round', () => {
    const rounds = [
      ...review.rounds,
      { ...review.rounds[0], number: 2, closesAt: '2027-01-01T17:00:00.000Z' },
    ];
    const before = named('p1', 'Nurses', { optionId: 'b', works: 'works', revision: 7 });
    const again = accept({ optionId: 'a', revision: 0 }, before, now, { rounds: rounds as Review['rounds'] });
    expect(again).toMatchObject({
      outcome: 'recorded',
      isChange: false,
      ballot: { round: 2, optionId: 'a' },
    });
    expect(again).not.toHaveProperty('ballot.works');
  });
});

const agreed: ReviewOutcome = {
  kind: 'agreed',
  leadingOptionId: 'a',
  groupsThatDiffer: [],
  groupsNotHeard: [],
  openUnsafe: 0,
  reachedAt: instantOf(0),
};
const closedWith = (outcome: Partial<ReviewOutcome>): Review => ({
  ...review,
  status: 'closed',
  rounds: review.rounds.map((round) => ({ ...round, outcome: { ...agreed, ...outcome } })),
});

describe('deciding a review', () => {
  const decide = (of: Review, request: Partial<DecideReviewRequest>) =>
    decideReview(of, {
      kind: 'approve',
      optionId: 'a',
      rationale: 'All groups agree',
      by: { personId: asId('sro'), name: 'Sarah', role: 'sro' },
      askedRoles: ['sro'],
      revision: review.revision,
      decisionId: asId('d1'),
      now,
      ...request,
    });

  it.each<[boolean, string, Partial<ReviewOutcome>, Partial<DecideReviewRequest>]>([
    [false, 'what was agreed is approved', {}, {}],
    [true, 'another option is approved', {}, { optionId: 'b' }],
    [true, 'what was agreed is rejected', { kind: 'agreedWithChanges' }, { kind: 'reject' }],
    [true, 'what is contested is approved', { kind: 'contested', groupsThatDiffer: ['Site 0'] }, {}],
    [
      false,
      'what is contested is rejected',
      { kind: 'contested', groupsThatDiffer: ['Site 0'] },
      { kind: 'reject' },
    ],
    [
      false,
      'what too few voted on is approved',
      { kind: 'notRepresentative', groupsNotHeard: ['Site 0'] },
      {},
    ],
    [
      true,
      'it is approved though one of the few who were heard differs',
      { kind: 'notRepresentative', groupsThatDiffer: ['Site 0'] },
      {},
    ],
    [true, 'it is approved while an "unsafe" is open', { kind: 'notRepresentative', openUnsafe: 1 }, {}],
    [false, 'it is deferred', { kind: 'contested' }, { kind: 'defer' }],
  ])('is against the vote: %p, when %s', (isAgainstTheVote, _when, outcome, request) => {
    expect(decide(closedWith(outcome), request)).toMatchObject({
      outcome: 'decided',
      next: { status: request.kind === 'defer' ? 'closed' : 'decided', decision: { isAgainstTheVote } },
    });
  });

  it.each<[object, Review, Partial<DecideReviewRequest>]>([
    [{ outcome: 'incomplete', missing: 'rationale' }, closedWith({}), { rationale: ' ' }],
    [{ outcome: 'incomplete', missing: 'option' }, closedWith({}), { optionId: 'z' }],
    [{ outcome: 'outOfDate' }, closedWith({}), { revision: 1 }],
    [{ outcome: 'askedOfSomeoneElse' }, closedWith({}), { askedRoles: ['deputySro'] }],
    [{ outcome: 'notToBeDecided' }, review, {}],
    [{ outcome: 'notToBeDecided' }, { ...closedWith({}), status: 'toBeConfirmed' }, {}],
    [{ outcome: 'alreadyDecided' }, { ...closedWith({}), status: 'decided' }, {}],
  ])('is refused: %p', (refusal, of, request) => {
    expect(decide(of, request)).toEqual(refusal);
  });

  it('keeps what was decided before, and says that it takes its place', () => {
    const deferred = decide(closedWith({}), { kind: 'defer' });
    const next = deferred.outcome === 'decided' ? deferred.next : review;
    expect(decide(next, { revision: next.revision, decisionId: asId('d2') })).toMatchObject({
      next: {
        decision: { decisionId: 'd2', supersedes: 'd1' },
        earlierDecisions: [{ decisionId: 'd1', kind: 'defer' }],
      },
    });
  });
});

describe('staying true', () => {
  const decided: Review = { ...closedWith({}), status: 'decided' };
  const change = { version: '2.0', isMaterial: true, recordedBy: 'command' as const, on: today };

  it('is to be confirmed after a material new version', () => {
    expect(reviseVersion(decided, change)).toMatchObject({
      outcome: 'recorded',
      isToBeConfirmed: true,
      next: {
        status: 'toBeConfirmed',
        stale: { because: 'newVersion', detail: '2.0' },
        proposal: { version: '2.0' },
      },
    });
  });

  it('stands after one that is not material, with the reason', () => {
    const minor = { ...change, isMaterial: false };
    expect(reviseVersion(decided, minor)).toEqual({ outcome: 'incomplete', missing: 'reason' });
    expect(reviseVersion(decided, { ...minor, reason: 'A typing error' })).toMatchObject({
      isToBeConfirmed: false,
      next: {
        status: 'decided',
        versions: [{ version: '2.0', isMaterial: false, reason: 'A typing error' }],
      },
    });
  });

  it.each([
    ['beingVotedOn', review, change],
    ['sameVersion', decided, { ...change, version: ' 1.0 ' }],
  ])('does not change what is %s', (outcome, of, request) => {
    expect(reviseVersion(of, request)).toEqual({ outcome });
  });

  it('keeps the first reason why it is stale, and only of what was decided or waits to be', () => {
    const fact = { because: 'otherProgramme' as const, detail: 'North programme', on: today };
    const marked = markStale(decided, fact);
    expect(marked).toMatchObject({ outcome: 'marked', next: { status: 'toBeConfirmed' } });
    expect(markStale(marked.next ?? decided, fact)).toEqual({ outcome: 'alreadyMarked' });
    expect(markStale(draft, fact)).toEqual({ outcome: 'nothingDecided' });
  });

  it('is due on its day, once decided', () => {
    expect(isReviewDue(decided, decided.reviewAgainOn)).toBe(true);
    expect(isReviewDue(decided, today)).toBe(false);
    expect(isReviewDue(draft, decided.reviewAgainOn)).toBe(false);
  });

  it('is reopened by a released share of workarounds, never by what is withheld', () => {
    const interval = { lower: 0, upper: 1 };
    const shown = { label: 'shown', n: 20, favourable: 6, favourableShare: 0.3, interval } as const;
    expect(isWorkedAround(shown, review.policy)).toBe(true);
    expect(isWorkedAround({ ...shown, favourable: 5 }, review.policy)).toBe(false);
    expect(isWorkedAround({ label: 'band', n: 20, band: 'from20To80' }, review.policy)).toBe(false);
    expect(isWorkedAround({ label: 'band', n: 20, band: 'atLeast80' }, review.policy)).toBe(true);
    expect(isWorkedAround({ label: 'notHeardYet' }, review.policy)).toBe(false);
  });
});

describe('"works with changes"', () => {
  const action = { what: 'Say what changes', dueOn: '2026-12-15' as Day };

  it('is for the author of the option that leads, once until it is done', () => {
    const asked = withAction(review, agreed, action);
    expect(asked.actions).toEqual([
      { number: 1, optionId: 'a', author: 'supplier', authorName: 'Sam Supplier', ...action },
    ]);
    expect(withAction(asked, agreed, action)).toBe(asked);
    const { leadingOptionId: _, ...tie } = agreed;
    expect(withAction(review, tie, action)).toBe(review);
    expect(finishAction(asked, { number: 1, reply: '', on: today })).toEqual({
      outcome: 'incomplete',
      missing: 'reply',
    });
    const done = finishAction(asked, { number: 1, reply: 'One click fewer', on: today });
    expect(done).toMatchObject({
      outcome: 'done',
      next: { actions: [{ doneOn: today, reply: 'One click fewer' }] },
    });
    const after = done.outcome === 'done' ? done.next : asked;
    expect(finishAction(after, { number: 1, reply: 'Again', on: today })).toEqual({ outcome: 'alreadyDone' });
    expect(withAction(after, agreed, action).actions).toHaveLength(2);
  });

  it('is seen where it may be told', () => {
    expect(asksForChanges(agreed, undefined, [])).toBe(false);
    expect(asksForChanges({ kind: 'agreedWithChanges' }, undefined, [])).toBe(true);
    expect(asksForChanges(agreed, undefined, [named('p', 'g', { works: 'worksWithChanges' })])).toBe(true);
  });
});
