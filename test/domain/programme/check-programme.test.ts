import { asId } from '../../../src/domain/ids';
import { checkProgramme } from '../../../src/domain/programme/check-programme';
import type { Programme } from '../../../src/domain/programme/programme';
import type { Question } from '../../../src/domain/pulse/question';
import { aProgramme, aPulse } from '../../support/samples';

const problemsOf = (change: Partial<Programme>) =>
  checkProgramme({ ...aProgramme(), ...change }).map(({ path, message }) => [path.join('.'), message]);
const withQuestions = (questions: readonly Question[]) => ({ pulses: [{ ...aPulse(), questions }] });
const textQuestion = (id: string): Question => ({ id: asId(id), kind: 'text', text: 'Why?' });
const [confidence] = aPulse().questions as [Question];

describe('a programme', () => {
  it('that hangs together has no problem', () => {
    expect(checkProgramme(aProgramme())).toEqual([]);
  });

  it('needs a lead and an SRO', () => {
    expect(problemsOf({ roles: {} }).map(([path]) => path)).toEqual(['roles.lead', 'roles.sro']);
    expect(problemsOf({ roles: { ...aProgramme().roles, sro: [] } }).map(([path]) => path)).toEqual([
      'roles.sro',
    ]);
  });

  it.each([4, 0, Number.NaN])('may not show groups as small as %d', (minimumGroupSize) => {
    expect(problemsOf({ minimumGroupSize })).toHaveLength(1);
  });

  it.each([-0.01, 1.01, 60])('has a floor from 0 to 1, not %d', (confidenceFloor) => {
    expect(problemsOf({ confidenceFloor }).map(([path]) => path)).toEqual(['confidenceFloor']);
  });

  it('stands in a time zone that exists', () => {
    expect(problemsOf({ timeZone: 'Mars/Base' })).toEqual([['timeZone', '"Mars/Base" is not a time zone']]);
    expect(problemsOf({ timeZone: 'Europe/Belfast' })).toEqual([]);
  });
});

describe('what one part names, another declares', () => {
  it('a site its site group and its organisation', () => {
    const [site] = aProgramme().sites;
    if (!site) throw new Error('no site');
    expect(problemsOf({ sites: [{ ...site, siteGroup: 'nowhere', organisation: asId('XXX') }] })).toEqual([
      ['sites.0.organisation', '"XXX" is not declared under organisations'],
      ['sites.0.siteGroup', '"nowhere" is not declared under siteGroups'],
    ]);
  });

  it('a staff group its family', () => {
    expect(problemsOf({ staffGroups: [{ id: 'a', name: 'A', staffFamily: 'nobody' }] })).toEqual([
      ['staffGroups.0.staffFamily', '"nobody" is not declared under staffFamilies'],
    ]);
  });

  it('but only where both parts could be read', () => {
    const { sites, staffGroups } = aProgramme();
    expect(checkProgramme({ sites, staffGroups })).toEqual([]);
  });

  it('and the remedy says what could have been meant', () => {
    const [problem] = checkProgramme({
      ...aProgramme(),
      staffGroups: [{ id: 'a', name: 'A', staffFamily: 'x' }],
    });
    expect(problem?.remedy).toContain('use one of: nursing, medical');
  });
});

it('finds repeats in every list, whatever their capital letters', () => {
  const programme = aProgramme();
  const twice = <T>(items: readonly T[]) => [...items, ...items.slice(0, 1)];
  const paths = problemsOf({
    organisations: twice(programme.organisations),
    siteGroups: twice(programme.siteGroups),
    sites: twice(programme.sites),
    staffFamilies: twice(programme.staffFamilies),
    staffGroups: [...programme.staffGroups, { id: 'NURSES', name: 'Other', staffFamily: 'nursing' }],
    stages: twice(programme.stages),
    roles: { ...programme.roles, lead: twice(programme.roles.lead ?? []) },
    pulses: twice(programme.pulses),
  }).map(([path]) => path);
  expect(paths).toEqual([
    'organisations.1.odsCode',
    'siteGroups.2.id',
    'siteGroups.2.name',
    'sites.2.odsCode',
    'staffFamilies.2.id',
    'staffFamilies.2.name',
    'staffGroups.2.id',
    'stages.1.name',
    'roles.lead.1.aadObjectId',
    'pulses.1.id',
  ]);
});

describe('a pulse', () => {
  it('asks its confidence question first', () => {
    expect(problemsOf(withQuestions([textQuestion('why'), confidence])).map(([path]) => path)).toEqual([
      'pulses.0.questions.0.kind',
    ]);
  });

  it('asks one to nine questions', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => textQuestion(`q${index}`));
    expect(problemsOf(withQuestions([confidence, ...many(8)]))).toEqual([]);
    expect(problemsOf(withQuestions([confidence, ...many(9)])).map(([path]) => path)).toEqual([
      'pulses.0.questions',
    ]);
    expect(problemsOf(withQuestions([])).map(([path]) => path)).toEqual(['pulses.0.questions']);
  });

  it('names no question and no choice twice', () => {
    const choice: Question = {
      id: asId('pick'),
      kind: 'choice',
      text: 'Which?',
      choices: [
        { id: 'a', text: 'A' },
        { id: 'a', text: 'B' },
      ],
    };
    expect(problemsOf(withQuestions([confidence, choice, choice])).map(([path]) => path)).toEqual([
      'pulses.0.questions.2.id',
      'pulses.0.questions.1.choices.1.id',
      'pulses.0.questions.2.choices.1.id',
    ]);
  });

  it.each([
    [5, 5],
    [7, 1],
    [0, 21],
  ])('has no scale from %d to %d', (minimum, maximum) => {
    const scale: Question = { id: asId('s'), kind: 'scale', text: 'How much?', minimum, maximum };
    expect(problemsOf(withQuestions([confidence, scale])).map(([path]) => path)).toEqual([
      'pulses.0.questions.1.maximum',
    ]);
  });

  it.each([0, 1.5])('asks no share of %d of the staff', (share) => {
    const pulses = [{ ...aPulse(), audience: { kind: 'random' as const, share, seed: 's' } }];
    expect(problemsOf({ pulses }).map(([path]) => path)).toEqual(['pulses.0.audience.share']);
  });
});
