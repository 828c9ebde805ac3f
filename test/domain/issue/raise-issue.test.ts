/** What becomes of words that somebody is about to raise, and which of them read like harm. */

import { asId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { type IssueDraft, longestMaskedText, raiseIssue } from '../../../src/domain/issue/raise-issue';
import { readsLikeHarm } from '../../../src/domain/text/reads-like-harm';

const ids = { issueId: asId<never>('issue1'), programmeId: asId<never>('larkfield') };
const now = '2026-12-08T16:41:07.123Z' as Instant;
const draft: IssueDraft = {
  text: 'The printer in bay 2 has been out of paper since Monday.',
  category: 'infrastructure',
  site: 'RZZ01',
  effect: 'slowsMeDown',
  harm: 'none',
  isHarmRuledOut: false,
};
const raised = (change: Partial<IssueDraft>) => raiseIssue(ids, { ...draft, ...change }, now);

describe('raising an issue', () => {
  it('stores the day and never the time, and puts it on the lead’s desk', () => {
    const outcome = raised({});
    expect(outcome).toMatchObject({
      outcome: 'raise',
      issue: {
        ...ids,
        raisedOn: '2026-12-08',
        text: draft.text,
        status: 'untriaged',
        intents: expect.arrayContaining([expect.objectContaining({ kind: 'put-on-desk', lane: 'normal' })]),
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/16:|07\.123|hazard|raiserName/);
  });

  it('keeps a name only where it is given', () => {
    expect(raised({ raiserName: 'Nina Nurse' })).toMatchObject({ issue: { raiserName: 'Nina Nurse' } });
  });

  it.each([
    ['now', 'tellNow'],
    ['happened', 'reportIncident'],
  ] as const)('stores nothing of what is %s, however little was filled in', (harm, outcome) => {
    expect(raised({ harm, text: '', category: undefined })).toEqual({ outcome });
  });

  it('keeps what could happen as an issue and as a hazard that the safety officer is alerted to', () => {
    const outcome = raised({ harm: 'could', text: 'A patient could die of this.' });
    expect(outcome).toMatchObject({
      issue: {
        hazard: { status: 'open' },
        intents: expect.arrayContaining([
          expect.objectContaining({ kind: 'put-on-desk' }),
          expect.objectContaining({ kind: 'alert-safety', lane: 'urgent' }),
        ]),
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/16:|07\.123/);
  });

  it('asks once where it reads like harm, and takes no for an answer', () => {
    const words = { text: 'We nearly gave the wrong drug because the chart was slow.' };
    expect(raised(words)).toEqual({ outcome: 'offerRoutes' });
    expect(raised({ category: 'safety' })).toEqual({ outcome: 'offerRoutes' });
    const sent = raised({ ...words, isHarmRuledOut: true });
    expect(sent).toMatchObject({ outcome: 'raise', issue: { text: words.text } });
    expect(sent).not.toHaveProperty('issue.hazard');
  });

  it.each([
    [{ text: ' \n' }, 'text'],
    [{ category: undefined }, 'category'],
    [{ site: undefined }, 'site'],
    [{ effect: undefined }, 'effect'],
  ] as const)('says what is missing: %o', (change, missing) => {
    expect(raised(change)).toEqual({ outcome: 'incomplete', missing });
  });

  it('refuses what is too long', () => {
    expect(raised({ text: 'a'.repeat(longestMaskedText + 1) })).toEqual({ outcome: 'tooLong' });
  });
});

describe('words that read like harm', () => {
  it.each([
    'A patient came to harm',
    'she nearly died',
    'wrong patient opened twice today',
    'I had another patient’s notes open',
    'a dose was missed because the chart did not load',
    'two insulin doses were given twice',
    'given twice: the morphine dose',
    'the allergy banner does not show',
    'cannot see allergies on the phone',
    'this is dangerous',
    'near miss on ward 4',
    'Datixed it last week',
    'a patient on bay 2 fell',
    'deteriorating and nobody saw the NEWS',
    'obs were not done for six hours',
    'a risk to patients',
    'Sepsis screen hidden behind three clicks',
  ])('asks about: %s', (text) => expect(readsLikeHarm(text)).toBe(true));

  it.each([
    'The printer is out of paper',
    'I cannot log in on nights',
    'Training came too early and I forgot half of it',
    'Three clicks more for each patient',
    'The laptop is slow to charge',
    'Nobody told us when the date moved',
    'The discharge letter takes ten minutes',
    'We write the drug chart twice: on paper and on screen',
    'Wi-Fi drops on ward 12 every night',
    'Paracetamol 1 g is on page three of the list',
    'wrong printer is the default',
    'There is a charming screensaver',
  ])('does not ask about: %s', (text) => expect(readsLikeHarm(text)).toBe(false));
});
