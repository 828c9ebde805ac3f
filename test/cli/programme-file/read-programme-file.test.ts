import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readProgrammeFile } from '../../../src/cli/programme-file/read-programme-file';
import { aProgramme } from '../../support/samples';

const example = readFileSync(join(__dirname, '../../../docs/examples/programme.yaml'), 'utf8');
const problemsOf = (text: string) => {
  const result = readProgrammeFile(text);
  return result.outcome === 'refused' ? result.problems : [];
};
/** The example with one piece of text exchanged, and the place where `at` now stands within it. */
function changed(from: string, to: string, at = to) {
  const offset = example.indexOf(from) + Math.max(0, to.indexOf(at));
  const text = example.replace(from, to);
  const before = text.slice(0, offset).split('\n');
  return { text, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

it('reads the published example', () => {
  const result = readProgrammeFile(example);
  expect(result).toMatchObject({ outcome: 'read', programme: { id: 'larkmere-epr', sites: [{}, {}] } });
});

it('reads every programme that it could have been written from', () => {
  const { id, ...rest } = aProgramme();
  const written = { ...rest, id };
  expect(readProgrammeFile(stringify(written))).toEqual({ outcome: 'read', programme: aProgramme() });
});

it('fills in what may be left out', () => {
  const text = example
    .replace(/^timeZone.*$/m, '')
    .replace(/^minimumGroupSize.*$/m, '')
    .replace(/^stages:[\s\S]*?(?=^roles:)/m, '')
    .replace(/^pulses:[\s\S]*/m, '');
  expect(readProgrammeFile(text)).toMatchObject({
    programme: {
      timeZone: 'Europe/London',
      minimumGroupSize: 11,
      stages: [],
      pulses: [],
      links: {},
      escalationPolicy: { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 },
    },
  });
});

it('writes directory ids in small letters, as people files are read', () => {
  const id = '00000000-0000-4000-8000-000000000101';
  const text = example.replace(id, 'ABCDEF00-0000-4000-8000-000000000101');
  expect(readProgrammeFile(text)).toMatchObject({
    programme: { roles: { lead: [{ aadObjectId: 'abcdef00-0000-4000-8000-000000000101' }] } },
  });
});

describe('points at the line and column of', () => {
  it.each([
    [
      'a reference',
      'siteGroup: community',
      'siteGroup: comunity',
      'comunity',
      'sites[1].siteGroup',
      'siteGroups',
    ],
    [
      'a family',
      'staffFamily: medical',
      'staffFamily: medics',
      'medics',
      'staffGroups[1].staffFamily',
      'medical',
    ],
    ['a figure', 'minimumGroupSize: 11', 'minimumGroupSize: 4', '4', 'minimumGroupSize', 'at least 5'],
    ['a floor', 'confidenceFloor: 0.6', 'confidenceFloor: 60', '60', 'confidenceFloor', '0 to 1'],
    [
      'a day',
      'startsOn: 2026-06-15',
      'startsOn: 2026-06-31',
      '2026-06-31',
      'stages[1].startsOn',
      'YYYY-MM-DD',
    ],
    ['a time zone', 'Europe/London', 'Europe/Larkmere', 'Europe/Larkmere', 'timeZone', 'Europe/London'],
    [
      'an unknown key',
      'confidenceFloor:',
      'confidenceflor: 1\nconfidenceFloor:',
      'confidenceflor',
      'confidenceflor',
      'Did you mean "confidenceFloor"?',
    ],
    [
      'a key known elsewhere',
      '    openForDays: 14',
      '    openForDays: 14\n    gates: []',
      'gates',
      'pulses[0].gates',
      'known here: id, title',
    ],
    [
      'what an attribute stands for',
      'Ward Clerk: administrative-and-clerical',
      'Ward Clerk: clerks',
      'clerks',
      'directory.staffGroup.map.Ward Clerk',
      'administrative-and-clerical',
    ],
    [
      'an attribute of the directory',
      'attribute: officeLocation',
      'attribute: office',
      'office',
      'directory.site.attribute',
      'officeLocation',
    ],
    ['an unquoted number', 'odsCode: ZZLM02', 'odsCode: 5678', '5678', 'sites[1].odsCode', 'quotes'],
    [
      'a kind of question',
      'kind: confidence',
      'kind: confident',
      'confident',
      'pulses[0].questions[0].kind',
      'scale, choice or text',
    ],
    [
      'the first question',
      'kind: confidence',
      'kind: agreement',
      'agreement',
      'pulses[0].questions[0].kind',
      'confidence first',
    ],
    ['a repeat', 'odsCode: ZZLM02', 'odsCode: ZZLM01', 'ZZLM01', 'sites[1].odsCode', 'odsCode of its own'],
    [
      'a link',
      'https://example.org/incidents',
      'http://example.org/incidents',
      'http://example.org/inc',
      'safety.incidentSystem',
      'https://',
    ],
    [
      'a pattern that could stop the service',
      "'[A-Z]\\d{6}'",
      "'([A-Z]+)+\\d{6}'",
      "'([A-Z]+)+",
      'hospitalNumber',
      '{6,8} in place of',
    ],
    [
      'an incident system that is named twice',
      'privacy: https://example.org/soundings',
      'incidentReporting: https://example.org/soundings',
      'https://example.org/soundings',
      'links.incidentReporting',
      'Take this line out',
    ],
    [
      'a step of an unknown role',
      'role: deputySro',
      'role: deputy',
      'deputy',
      'escalationPolicy.steps[1].role',
      'sro, deputySro, sponsor, lead',
    ],
    [
      'a step that asks nobody',
      '- role: sro\n      acknowledge',
      '- acknowledge',
      'acknowledge',
      'escalationPolicy.steps[0]',
      'Add "role:"',
    ],
    [
      'a step that asks a role and a person',
      '- role: sponsor\n',
      '- role: sponsor\n      person: { aadObjectId: 00000000-0000-4000-8000-000000000109, displayName: X }\n',
      'person',
      'escalationPolicy.steps[2].person',
      'two steps',
    ],
    [
      'a look that is due no earlier than the decision',
      'acknowledgeWithinHours: 8',
      'acknowledgeWithinHours: 24',
      '24',
      'escalationPolicy.steps[0].acknowledgeWithinHours',
      'fewer hours',
    ],
    [
      'a sponsor who is none',
      'infrastructure\n      aadObjectId: 00000000-0000-4000-8000-000000000104',
      'infrastructure\n      aadObjectId: 00000000-0000-4000-8000-000000000999',
      '00000000-0000-4000-8000-000000000999',
      'escalationPolicy.sponsors[0].aadObjectId',
      'under roles, sponsor',
    ],
    [
      'a day that closes before it opens',
      "closesAt: '17:00'",
      "closesAt: '08:00'",
      "'08:00'",
      'workingHours.closesAt',
      'a later time',
    ],
    [
      'a time that is none',
      "opensAt: '09:00'",
      "opensAt: '9am'",
      "'9am'",
      'workingHours.opensAt',
      'a time from 00:00',
    ],
    [
      'a bank holiday that does not exist',
      '  bankHolidays: england',
      '  bankHolidays: [2026-12-25, 2026-13-01]',
      '2026-13-01',
      'workingHours.bankHolidays[1]',
      'YYYY-MM-DD',
    ],
    [
      'bank holidays of somewhere else',
      '  bankHolidays: england',
      '  bankHolidays: scotland',
      'scotland',
      'workingHours.bankHolidays',
      'england, or a list of days',
    ],
  ])('%s', (_what, from, to, at, path, remedy) => {
    const { text, line, column } = changed(from, to, at);
    const problems = problemsOf(text);
    expect(problems).toEqual([expect.objectContaining({ path, remedy: expect.stringContaining(remedy) })]);
    expect(problems[0]).toMatchObject({ line, column });
  });

  it('the item that a key is missing from', () => {
    const { line } = changed('- odsCode: ZZLM02', '');
    const text = example.replace('    name: Tarn Street Health Centre\n', '');
    const remedy = expect.stringContaining('Add "name:"');
    expect(problemsOf(text)).toEqual([expect.objectContaining({ line, path: 'sites[1].name', remedy })]);
  });

  it('the roles when the SRO is missing', () => {
    const text = example.replace(/^ {2}sro:\n.*\n.*\n/m, '');
    const line = text.split('\n').indexOf('roles:') + 1;
    expect(problemsOf(text)).toEqual([expect.objectContaining({ line, path: 'roles.sro' })]);
  });

  it('what is not YAML', () => {
    expect(problemsOf('id: a\nname: "open\n')).toEqual([
      expect.objectContaining({ line: expect.any(Number), path: '' }),
    ]);
    expect(problemsOf('id: a\nid: b\n')).toEqual([expect.objectContaining({ line: 2, column: 1 })]);
  });
});

it('gives all problems at once, of the shape and of what hangs together, in the order of the file', () => {
  const text = example
    .replace('timeZone: Europe/London', 'timeZone: Nowhere')
    .replace('siteGroup: community', 'siteGroup: comunity')
    .replace('openForDays: 14', 'openForDays: fortnight')
    .replace('startsOn: 2026-06-15', 'startsOn: soon');
  const problems = problemsOf(text);
  expect(problems.map(({ path }) => path)).toEqual([
    'timeZone',
    'sites[1].siteGroup',
    'stages[1].startsOn',
    'pulses[0].openForDays',
  ]);
});

it.each(['', '- a list', 'a text', '{}', '&a [*a, *a]', '*nobody', '--- a\n--- b'])(
  'refuses %j with a position',
  (text) => {
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  },
);

it('never throws, whatever line of the example is lost or garbled', () => {
  const lines = example.split('\n');
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.string(), fc.boolean(), (index, garbage, isLost) => {
      const text = lines.toSpliced(index, 1, ...(isLost ? [] : [garbage])).join('\n');
      const result = readProgrammeFile(text);
      if (result.outcome === 'refused') {
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { line } of result.problems) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }
    }),
    { numRuns: 30 },
  );
});

describe('a question of the bank', () => {
  const written = '      - bank: training-fits\n';
  const referring = (reference: string) => changed(written, `      - ${reference}\n`, reference.trim());

  it('is asked as the bank words it', () => {
    const result = readProgrammeFile(example);
    const question = {
      id: 'training-fits',
      kind: 'agreement',
      text: 'The training I have had fits the work I do.',
    };
    expect(result).toMatchObject({
      outcome: 'read',
      programme: { pulses: [{ questions: [{}, question, {}] }] },
    });
  });

  it('that is not there is reported once, at its line, with the nearest that is', () => {
    const { text, line, column } = referring('bank: trianing-fits');
    expect(problemsOf(text)).toEqual([
      {
        line,
        column: column + 'bank: '.length,
        path: 'pulses[0].questions[1].bank',
        message: 'the question bank has no "trianing-fits"',
        remedy: expect.stringContaining('Did you mean "training-fits"?'),
      },
    ]);
  });

  it.each([
    'bank: 5',
    'bank:',
    'bank: [a, *b]'.replace('*b', 'b'),
    'bank: { a: b }',
    'bank: nothing-like-it-at-all',
  ])('is never guessed from “%s”', (reference) => {
    const problems = problemsOf(referring(reference).text);
    expect(problems.map(({ path }) => path)).toEqual(['pulses[0].questions[1].bank']);
    expect(problems[0]?.remedy).toContain('docs/question-bank.md');
  });

  it('cannot be given other words', () => {
    const { text, line } = referring('bank: training-fits\n        text: The course was nice.');
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ line: line + 1, path: 'pulses[0].questions[1].text' }),
    ]);
  });

  it('can be asked once in a pulse, and first only if it asks for confidence', () => {
    const { text } = referring('bank: training-fits\n      - bank: training-fits');
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        path: 'pulses[0].questions[2].id',
        message: expect.stringContaining('already'),
      }),
    ]);
    const first = example.replace(/ {6}- id: confident\n.*\n.*\n/, '      - bank: wifi-where-i-work\n');
    expect(problemsOf(first)).toEqual([
      expect.objectContaining({
        path: 'pulses[0].questions[0].kind',
        message: expect.stringContaining('first'),
      }),
    ]);
  });
});
