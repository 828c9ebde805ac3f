/** Design reviews from the command line: set up from a file, opened, listed, revised and exported. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliHarness } from './cli-harness';

const examples = join(__dirname, '../../docs/examples');
const example = readFileSync(join(examples, 'review.yaml'), 'utf8')
  .replace('2027-03-12', '2099-03-12')
  .replace('2027-09-01', '2099-09-01');
const place = ['--programme', 'larkmere-epr'];
const people = [
  'aad_object_id,display_name,staff_group,site',
  ...Array.from(
    { length: 30 },
    (_, index) =>
      `00000000-0000-4000-9000-0000000000${String(index + 10)},Nurse ${index},nursing-and-midwifery,ZZLM01`,
  ),
].join('\n');

let cli: CliHarness;
beforeEach(async () => {
  cli = new CliHarness();
  await cli.run('apply', join(examples, 'programme.yaml'));
});
afterEach(() => cli.remove());

test('says where in the file something is that the programme does not know, or that is not known at all', async () => {
  const wrong = cli.file(
    'wrong.yaml',
    example
      .replace('workflow: drug-round', 'workflow: drug-rounds')
      .replace('medical-and-dental]', 'medics]'),
  );
  const { code, err } = await cli.run('review', 'apply', wrong, ...place);
  expect(code).toBe(2);
  expect(err).toContain(
    'wrong.yaml:4:11 workflow: the programme has no workflow "drug-rounds". Did you mean "drug-round"?',
  );
  expect(err).toContain('options[1].affects[1]: the programme has no staff group "medics".');
  const typo = cli.file('typo.yaml', example.replace('closesOn:', 'closeson:'));
  expect((await cli.run('review', 'apply', typo, ...place)).err).toContain('Did you mean "closesOn"?');
});

test('refuses to open, naming everything that is missing, and opens once it is there', async () => {
  await cli.run('people', 'import', cli.file('people.csv', people), ...place);
  const without = example
    .replace(/ {4}consequence: No new.*\n/, '')
    .replace(/ {2}- \{ kind: frontline.*\n/, '');
  await cli.run('review', 'apply', cli.file('draft.yaml', without), ...place);
  const refusal = await cli.json('review', 'open', 'drug-round-check', ...place);
  expect(refusal).toMatchObject({
    code: 1,
    document: {
      outcome: 'incomplete',
      missing: [{ part: 'frontlineContributor' }, { part: 'consequence', option: 2 }],
    },
  });
  await cli.run('review', 'apply', cli.file('whole.yaml', example), ...place);
  expect(await cli.json('review', 'open', 'drug-round-check', ...place)).toMatchObject({
    code: 0,
    document: { outcome: 'opened', asked: 30 },
  });
  expect(await cli.json('review', 'discard', 'drug-round-check', ...place)).toMatchObject({
    code: 1,
    document: { outcome: 'notADraft' },
  });
  const again = await cli.run('review', 'apply', cli.file('late.yaml', example), ...place);
  expect(again).toMatchObject({
    code: 1,
    err: expect.stringContaining('people were asked about it already'),
  });
});

test('lists, revises and exports without anybody’s id, and throws a draft away', async () => {
  await cli.run('review', 'apply', cli.file('whole.yaml', example), ...place);
  expect((await cli.run('review', 'list', ...place)).out).toContain(
    'The second check at the drug round · draft',
  );
  expect((await cli.run('review', 'list', '--stale', ...place)).out).toContain('no decision to confirm');
  const minor = ['review', 'revise', 'drug-round-check', '--version', '2.2', '--not-material', 'A colour'];
  expect(await cli.json(...minor, ...place)).toMatchObject({ code: 0, document: { version: '2.2' } });
  const { document } = await cli.json('review', 'export', ...place);
  expect(document.reviews).toMatchObject([
    {
      status: 'draft',
      versions: expect.arrayContaining([
        { version: '2.2', on: expect.any(String), isMaterial: false, reason: 'A colour' },
      ]),
    },
  ]);
  const discard = ['review', 'discard', 'drug-round-check', ...place];
  expect(await cli.json(...discard)).toMatchObject({ code: 0, document: { outcome: 'discarded' } });
  expect((await cli.run('review', 'list', ...place)).out).toContain('no review yet');
  expect(await cli.json(...discard)).toMatchObject({ code: 1, document: { outcome: 'noSuchReview' } });
});
