/** People vote on two designs: one as confidentially as they answer, one by name; and say what is unsafe. */

import { changeRecord, listRecords } from '../../src/app/records';
import { attributedBallotsOf } from '../../src/app/review/attributed-ballots';
import { openReview } from '../../src/app/review/open-review.use-case';
import { type ReviewDraft, saveReviewDraft } from '../../src/app/review/save-review-draft.use-case';
import { verbNames } from '../../src/cards/verb-names';
import type { ReviewId } from '../../src/domain/ids';
import { dayOf, plusDays } from '../../src/domain/instant';
import type { Issue } from '../../src/domain/issue/issue';
import type { ReviewOption } from '../../src/domain/review/review';
import { executeInvoke } from '../support/execute-invoke';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { type RunningBot, startRunningBot } from '../support/running-bot';
import { aSmallProgramme } from '../support/samples';
import { CosmosEmulatorHost, EmbeddedHost } from '../support/stores';

const programme = {
  ...aSmallProgramme(),
  workflows: [{ id: 'drug-chart', name: 'Drug chart' }],
  safety: {
    callNow: 'the nurse in charge, or extension 2222',
    incidentSystem: 'https://incidents.example.org/new',
    acknowledgeWithinMinutes: 60,
  },
};
const json = JSON.stringify;

describe.each([new EmbeddedHost(), new CosmosEmulatorHost()])('voting on designs on $name', (host) => {
  let running: RunningBot;
  let nurse: TeamsUser;
  let expert: TeamsUser;
  const reviews: Record<'confidential' | 'attributed', ReviewId | undefined> = {
    confidential: undefined,
    attributed: undefined,
  };

  beforeAll(async () => {
    await host.start();
    await host.renew();
    running = await startRunningBot({ store: await host.open(), programme, perAtom: 2 });
    const [first, second] = running.people;
    nurse = running.teams.user(first?.aadObjectId ?? '');
    expert = running.teams.user(second?.aadObjectId ?? '');
    for (const voting of ['attributed', 'confidential'] as const) reviews[voting] = await put(voting);
    await running.until(() =>
      json(nurse.cardMessages()).includes('Chart, confidential') ? true : undefined,
    );
    await running.until(() =>
      json(expert.cardMessages()).includes('Chart, confidential') ? true : undefined,
    );
  });
  afterAll(async () => {
    await running.close();
    await host.stop();
  });

  async function put(voting: 'confidential' | 'attributed'): Promise<ReviewId> {
    const { context } = running.bot;
    const day = (days: number) => dayOf(plusDays(context.clock.now(), days));
    const optionOf = (id: string): ReviewOption => ({
      id,
      title: `Chart ${id}`,
      consequence: 'Two more taps for each drug',
      author: 'supplier',
      authorName: 'Sam Supplier',
      affects: ['nurses', 'doctors'],
    });
    const draft: Partial<ReviewDraft> = {
      workflow: 'drug-chart',
      title: `Chart, ${voting}`,
      question: 'Which chart?',
      voting,
      proposal: { artefact: 'Chart screens', version: '1', images: [], beforeAfter: [] },
      options: ['one', 'two'].map(optionOf),
      contributors: [
        { kind: 'frontline', name: 'Nora Nurse' },
        { kind: 'supplier', name: 'Sam Supplier' },
      ],
      closesOn: day(10),
      reviewAgainOn: day(100),
      panel: voting === 'attributed' ? running.people.slice(1, 2).map(({ personId }) => personId) : [],
    };
    const saved = await saveReviewDraft(context, {
      programmeId: running.programme.id,
      recordedBy: 'command',
      draft,
    });
    if (saved.outcome !== 'saved') throw new Error(saved.outcome);
    const { programmeId, reviewId } = saved.review;
    const opened = await openReview(context, { programmeId, reviewId, openedBy: 'command' });
    if (opened.outcome !== 'opened') throw new Error(json(opened));
    return reviewId;
  }

  async function issues(): Promise<readonly Issue[]> {
    const found: Issue[] = [];
    const listed = listRecords(running.bot.context.store, 'issue', running.programme.id);
    for await (const { document } of listed) found.push(document);
    return found;
  }

  it('takes a vote in two taps, and an old tap changes nothing', async () => {
    const message = nurse.latest();
    expect(json(nurse.storedCard(message))).not.toContain('not confidential');
    const works = await nurse.press(message, { title: 'A. Chart one' });
    expect(json(works.card)).toContain('Does not work here');
    const recorded = await nurse.press(message, { title: 'Works with changes' });
    expect(json(recorded.card)).toContain('You can change your vote until');
    expect(json(recorded.card)).not.toContain('Chart one');
    const again = await nurse.newDevice().press(message, { title: 'B. Chart two' });
    expect(json(again.card)).toContain('it changed nothing');
  });

  it('sends what is unsafe to the safety officer once, and what happens now out of the programme', async () => {
    const message = nurse.latest();
    await nurse.press(message, { title: 'Unsafe, because …' });
    const now = await nurse.press(
      message,
      { title: 'Send to the clinical safety officer' },
      {
        text: 'Doses are doubled as we speak',
        harm: 'now',
      },
    );
    expect(json(now.card)).toContain('extension 2222');
    expect(await issues()).toEqual([]);
    await nurse.newDevice().press(message, { title: 'B. Chart two' });
    const subject = { cardVersion: 1, programmeId: running.programme.id, reviewId: reviews.confidential };
    const { serviceUrl, tenantId, bot } = running.teams;
    const send = () =>
      running.teams.deliver(
        executeInvoke({ serviceUrl, tenantId, appId: bot.appId }, nurse.aadObjectId, {
          verb: verbNames.ballotUnsafe,
          data: {
            ...subject,
            draftId: 'draft-1',
            text: 'The dose is cut off on 07700 900123',
            harm: 'could',
          },
        }),
      );
    expect(json((await send()).body)).toContain('has been told that you think it is unsafe');
    await send();
    expect(await issues()).toMatchObject([
      { reviewId: reviews.confidential, hazard: { status: 'open' }, category: 'safety' },
    ]);
    expect(json(await issues())).not.toContain('900123');
  });

  it('lists both ballots, and says before a vote with a name that it has one', async () => {
    await expert.say('pulse');
    const message = expert.latest();
    const listed = expert.storedCard(message);
    expect(json(listed)).toContain('Designs that wait for your vote');
    const opened = await expert.press(message, {
      verb: verbNames.ballotShow,
      data: { reviewId: reviews.attributed },
    });
    expect(json(opened.card)).toContain('This vote is not confidential');
    await expert.press(message, { title: 'B. Chart two' });
    const recorded = await expert.press(message, { title: 'Works for us' });
    expect(json(recorded.card)).toContain('Recorded. Thank you.');
    const commented = await expert.press(
      message,
      { title: 'Save my comment' },
      { comment: 'Ask jo@example.org first' },
    );
    expect(json(commented.card)).toContain('took out an e-mail address');
    const back = await expert.press(message, { title: 'Back to the list' });
    expect(json(back.card)).toContain('Chart, confidential');
    const [vote, ...more] = await attributedBallotsOf(running.bot.context, reviews.attributed as ReviewId);
    expect(more).toEqual([]);
    expect(vote).toMatchObject({
      optionId: 'two',
      works: 'works',
      displayName: running.people[1]?.displayName,
    });
  });

  it('gives back what comes too late', async () => {
    const { store } = running.bot.context;
    const reviewId = reviews.attributed as ReviewId;
    const { revision = 0 } = (await attributedBallotsOf(running.bot.context, reviewId))[0] ?? {};
    await changeRecord(store, 'review', running.programme.id, reviewId, (review) => ({
      outcome: 'closed',
      next: {
        ...review,
        status: 'closed',
        rounds: review.rounds.map((one) => ({ ...one, closesAt: one.openedAt })),
      },
    }));
    const { serviceUrl, tenantId, bot } = running.teams;
    const late = await running.teams.deliver(
      executeInvoke({ serviceUrl, tenantId, appId: bot.appId }, expert.aadObjectId, {
        verb: verbNames.ballotComment,
        data: {
          cardVersion: 1,
          programmeId: running.programme.id,
          reviewId,
          round: 1,
          revision,
          comment: 'Too late',
        },
      }),
    );
    expect(json(late.body)).toContain('Voting has closed');
    expect(json(late.body)).toContain('Too late');
  });
});
