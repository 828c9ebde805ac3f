import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invitedPeople } from '../../src/app/audience/invited-people';
import { planCampaign } from '../../src/app/campaign/plan-campaign';
import { startCampaign } from '../../src/app/campaign/start-campaign.use-case';
import { findProgramme } from '../../src/app/programme/find-programme';
import { createRecord, listRecords, readRecord, upsertRecord } from '../../src/app/records';
import { sampleAcknowledgedHazard } from '../../src/cards/sample-hazard';
import { sampleIssue } from '../../src/cards/sample-issue';
import { parseConfig } from '../../src/config';
import { asId, type CampaignId, type IssueId, type ProgrammeId } from '../../src/domain/ids';
import type { Day } from '../../src/domain/instant';
import { aScore } from '../support/score-sample';
import { CliHarness, openParts } from './cli-harness';

const example = join(__dirname, '../../docs/examples/programme.yaml');
const id = 'larkmere-epr';
/** A gate's groups are judged by the people, and there are none yet. */
const unchecked =
  '  its gates are made once their groups can be checked: import people, then apply the file again\n';
const header = 'aad_object_id,display_name,staff_group,site';
const oid = (number: number) => `eeeeeeee-0000-4000-8000-${String(number).padStart(12, '0')}`;
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `${oid(index)},Person ${index},nursing-and-midwifery,ZZLM01`);

let cli: CliHarness;
beforeEach(() => {
  cli = new CliHarness();
});
afterEach(() => cli.remove());

describe('apply', () => {
  it('creates, then finds nothing to change, then says what it changed', async () => {
    expect(await cli.run('apply', example)).toEqual({
      code: 0,
      out: `${id}: created\n${unchecked}`,
      err: '',
    });
    expect(await cli.run('apply', example)).toEqual({
      code: 0,
      out: `${id}: unchanged\n${unchecked}`,
      err: '',
    });
    const file = cli.file('p.yaml', readFileSync(example, 'utf8').replace('Floor: 0.6', 'Floor: 0.7'));
    expect(await cli.run('apply', file)).toMatchObject({
      code: 0,
      out: `${id}: updated\n  confidenceFloor: 0.6 → 0.7\n${unchecked}`,
    });
  });

  it('lists every problem of a file with its place, and exits with 2', async () => {
    const text = readFileSync(example, 'utf8')
      .replace('siteGroup: community', 'siteGroup: x')
      .replace('0.6', '6');
    const file = cli.file('p.yaml', text);
    const { code, out, err } = await cli.run('apply', file);
    expect([code, out]).toEqual([2, '']);
    const place = file.replaceAll('.', '\\.');
    expect(err).toMatch(
      new RegExp(`^${place}:11:18 confidenceFloor: .*\\n${place}:31:16 sites\\[1\\]\\.siteGroup: .*\\n$`),
    );
    expect((await cli.json('apply', file)).document).toMatchObject({
      outcome: 'invalid',
      problems: [{ line: 11 }, { line: 31 }],
    });
  });

  it('refuses pulses whose runs would ask one question at the same time, at the line of the later in the file', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const written = readFileSync(example, 'utf8').replace(
      /schedule: .*/,
      `schedule: { once: ${inDays(30)}, at: "10:00" }`,
    );
    const second = [
      '  - id: again',
      '    title: Again?',
      '    openForDays: 3',
      '    audience: { kind: everyone }',
      `    schedule: { once: ${inDays(31)}, at: "10:00" }`,
      '    questions:',
      '      - { id: confident, kind: confidence, text: How confident are you? }',
      '',
      '',
    ];
    const text = written.replace('# People from a group', `${second.join('\n')}# People from a group`);
    const line = text.slice(0, text.indexOf(`schedule: { once: ${inDays(31)}`)).split('\n').length;
    const file = cli.file('p.yaml', text);
    const { code, err } = await cli.run('apply', file);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(
        `${file}:${line}:5 pulses[1].schedule: “Ready for the new record?” (readiness) and “Again?” (again) would ask "confident" at the same time: readiness from 20`,
      ),
    ]);
    expect(err).toMatch(/: readiness from [\d-]+ to [\d-]+, again from [\d-]+ to [\d-]+\. Move one of them /);
  });

  it('is refused by a rule with 1', async () => {
    await cli.run('apply', example);
    const file = cli.file(
      'p.yaml',
      readFileSync(example, 'utf8').replace('isSynthetic: true', 'isSynthetic: false'),
    );
    expect(await cli.json('apply', file)).toMatchObject({
      code: 1,
      document: { outcome: 'cannotChange', field: 'isSynthetic' },
    });
  });
});

describe('gate status', () => {
  const status = (...more: string[]) => ['gate', 'status', '--programme', id, ...more];

  it('gives the verdict on each gate, criterion by criterion', async () => {
    expect((await cli.run(...status())).code).toBe(1);
    await cli.run('apply', example);
    expect((await cli.run(...status())).out).toBe(`${id}: no gate yet\n`);
    await cli.run('people', 'import', cli.file('p.csv', [header, ...rows(25)].join('\n')), '--programme', id);
    expect((await cli.run('apply', example)).out).toBe(`${id}: unchanged\n`);
    const { out } = await cli.run(...status());
    expect(out).toContain('Go-live at Larkmere General, decided on 2026-06-08, go-live 2026-06-15');
    expect(out).toContain('agreed criteria: not heard yet');
    expect(out).toContain('Training: Larkmere General: not heard yet (missingColumn)');
    expect((await cli.json(...status('--gate', 'go-live-larkmere'))).document).toMatchObject({
      outcome: 'judged',
      gates: [{ name: 'Go-live at Larkmere General', judgements: [{ verdict: 'notHeardYet' }] }],
    });
    expect(await cli.json(...status('--gate', 'another'))).toMatchObject({
      code: 1,
      document: { outcome: 'noSuchGate' },
    });
  });
});

describe('hazards list', () => {
  it('lists what is open, without words or names', async () => {
    const list = ['hazards', 'list', '--programme', id];
    expect((await cli.run(...list)).code).toBe(1);
    await cli.run('apply', example);
    expect((await cli.run(...list)).out).toBe(`${id}: no hazard is open\n`);
    const programmeId = asId<ProgrammeId>(id);
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    const hazard = { ...sampleAcknowledgedHazard, programmeId, site: 'ZZLM01' };
    await createRecord(context.store, 'issue', hazard);
    await close();
    const { out } = await cli.run(...list);
    expect(out).toContain(
      'raised on 2026-11-24, acknowledged 2026-11-24 03:12 UTC by the clinical safety officer',
    );
    const { document } = await cli.json(...list);
    expect(document).toMatchObject({ hazards: [{ siteGroup: 'Larkmere General', alerts: 2 }] });
    expect(JSON.stringify(document)).not.toMatch(/Nasrin|allerg/);
  });
});

describe('loop-time', () => {
  it('says how long it takes, and what is too few to show', async () => {
    const measure = ['loop-time', '--programme', id];
    expect((await cli.run(...measure)).code).toBe(1);
    await cli.run('apply', example);
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    const programmeId = asId<ProgrammeId>(id);
    for (let index = 0; index < 11; index += 1) {
      const issueId = asId<IssueId>(`issue-${index}`);
      const acknowledgedOn = '2026-11-27' as Day;
      await createRecord(context.store, 'issue', { ...sampleIssue, programmeId, issueId, acknowledgedOn });
    }
    await close();
    const { out } = await cli.run(...measure);
    expect(out).toContain('All issues\n  Raised to acknowledged: 3 working days\n');
    expect(out).toContain('Acknowledged to decided: too few to show');
    const { document } = await cli.json(...measure);
    expect(document).toMatchObject({ groups: [{ legs: { acknowledged: 3, whole: 'tooFew' } }, {}] });
  });
});

describe('people import', () => {
  const importing = (file: string, ...more: string[]) => [
    'people',
    'import',
    file,
    '--programme',
    id,
    ...more,
  ];

  it('takes a file in, and again without a change', async () => {
    await cli.run('apply', example);
    const file = cli.file('people.csv', [header, ...rows(3)].join('\n'));
    expect(await cli.run(...importing(file, '--dry-run'))).toMatchObject({
      code: 0,
      out: `${id}: would be 3 added, 0 changed, 0 unchanged, 0 refused\n`,
    });
    expect(await cli.json(...importing(file))).toMatchObject({
      code: 0,
      document: { outcome: 'imported', added: 3 },
    });
    expect(await cli.json(...importing(file))).toMatchObject({
      document: { added: 0, unchanged: 3, missing: 0 },
    });
  });

  it('keeps good rows, reports bad ones with their line, and exits with 2', async () => {
    await cli.run('apply', example);
    const file = cli.file('people.csv', [header, ...rows(2), 'bad,,x,ZZLM01', 'torn "'].join('\n'));
    const { code, out, err } = await cli.run(...importing(file));
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n').slice(0, 2)).toEqual([
      expect.stringContaining(`${file}:4 aad_object_id is not a directory id`),
      `${file}:5 the quotes do not match, or a cell holds a line break`,
    ]);
    expect(err).toContain('2 added, 0 changed, 0 unchanged, 2 refused');
  });

  it('refuses a header it cannot use with 2, and a programme it does not know with 1', async () => {
    const file = cli.file('people.csv', 'aad_object_id;display_name\n');
    expect(await cli.json(...importing(file))).toMatchObject({ code: 2, document: { outcome: 'invalid' } });
    const good = cli.file('good.csv', `${header}\n`);
    expect(await cli.json(...importing(good))).toMatchObject({
      code: 1,
      document: { outcome: 'noSuchProgramme' },
    });
  });
});

it('opens a wave, refuses a second, counts its campaign and closes it', async () => {
  const pulse = ['pulse', 'open', '--programme', id, '--pulse', 'readiness'];
  await cli.run('apply', example);
  expect(await cli.json(...pulse)).toMatchObject({ code: 1, document: { outcome: 'nobodyToAsk' } });
  const file = cli.file('people.csv', [header, ...rows(30)].join('\n'));
  await cli.run('people', 'import', file, '--programme', id);
  const opened = await cli.json(...pulse);
  expect(opened).toMatchObject({ code: 0, document: { outcome: 'opened', invited: 30 } });
  expect(await cli.json(...pulse)).toMatchObject({ code: 1, document: { outcome: 'askedAlready' } });
  expect(await cli.json('campaign', 'status', '--programme', id)).toMatchObject({
    code: 0,
    document: { outcome: 'counted' },
  });
  const close = ['wave', 'close', '--programme', id, '--wave', String(opened.document.waveId)];
  expect(await cli.json(...close)).toMatchObject({ code: 0, document: { outcome: 'closing' } });
  expect(await cli.json(...close)).toMatchObject({ code: 0, document: { outcome: 'alreadyClosing' } });
  expect(await cli.json('wave', 'close', '--programme', id, '--wave', 'w9')).toMatchObject({ code: 1 });
});

it('plans the runs of a schedule, lists them, and retires only what the file does not declare', async () => {
  const schedule = 'schedule: { every: 4 weeks, on: tuesday, at: "10:00", from: 2099-06-01 }';
  const text = readFileSync(example, 'utf8').replace(/schedule: {.*}/, schedule);
  const applied = await cli.run('apply', cli.file('p.yaml', text));
  expect(applied.out).toContain('  pulse readiness: next run Tuesday 2 June 2099, 10:00\n');
  expect(await cli.run('pulse', 'list', '--programme', id)).toMatchObject({
    code: 0,
    out: [
      'readiness: Ready for the new record?',
      '  Runs every fourth Tuesday at 10:00 from 1 June 2099.',
      '  Next run: Tuesday 2 June 2099, 10:00.',
      '',
    ].join('\n'),
  });
  expect(await cli.json('pulse', 'list', '--programme', id)).toMatchObject({
    document: {
      outcome: 'listed',
      pulses: [{ pulseId: 'readiness', from: 'file', nextRun: { at: '2099-06-02T09:00:00.000Z' } }],
    },
  });
  const retire = ['pulse', 'retire', '--programme', id, '--pulse'];
  expect(await cli.json(...retire, 'readiness')).toMatchObject({
    code: 1,
    document: { outcome: 'inTheFile' },
  });
  expect(await cli.json(...retire, 'unknown')).toMatchObject({
    code: 1,
    document: { outcome: 'noSuchPulse' },
  });
  expect(await cli.json('pulse', 'list', '--programme', 'none')).toMatchObject({
    code: 1,
    document: { outcome: 'noSuchProgramme' },
  });
});

describe('what was sent', () => {
  const of = (...more: string[]) => [...more, '--programme', id];
  let waveId: string;
  beforeEach(async () => {
    await cli.run('apply', example);
    const file = cli.file('people.csv', [header, ...rows(12)].join('\n'));
    await cli.run('people', 'import', file, '--programme', id);
    const opened = await cli.json(...of('pulse', 'open'), '--pulse', 'readiness');
    waveId = String(opened.document.waveId);
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    const campaignId = asId<CampaignId>(`invite.${waveId}`);
    const wave = await readRecord(context.store, 'wave', asId<ProgrammeId>(id), waveId);
    const programme = await findProgramme(context.store, asId(id));
    if (!wave || !programme) throw new Error('no wave');
    const [intent] = wave.document.intents;
    if (!intent) throw new Error('nothing to start');
    const plan = planCampaign(context.keys, programme, wave.document, intent);
    await startCampaign(context, plan, { invited: invitedPeople(context, programme, wave.document) });
    let index = 0;
    for await (const { document } of listRecords(context.store, 'delivery', campaignId)) {
      const outcomes = [
        { status: 'delivered' },
        { status: 'unreachable', reason: 'notInstalled' },
        { status: 'cancelled', reason: 'choseNotToBeAsked' },
      ] as const;
      const outcome = outcomes[index];
      if (outcome) await upsertRecord(context.store, 'delivery', { ...document, ...outcome });
      index += 1;
    }
    await close();
  });

  it('campaign status has a bar, figures that add up, reasons and reminders to come; names only where asked', async () => {
    const { out } = await cli.run(...of('campaign', 'status'));
    expect(out).toContain('[###xxx..');
    expect(out).toContain('1 of 12 people have it (8%).');
    expect(out).toContain(
      '1 have it + 9 still to come + 1 cannot be reached + 0 failed + 1 not sent on purpose = 12 on the list',
    );
    expect(out).toContain('1 cannot be reached: the app is not installed for them');
    expect(out).toContain('2 reminders are to come.');
    expect(out).not.toContain('Person');
    const { document } = await cli.json(...of('campaign', 'status'), '--campaign', `invite.${waveId}`);
    expect(document).toMatchObject({
      campaigns: [{ status: 'sending', totals: { invited: 12, pending: 9 }, endsAt: expect.any(String) }],
    });
    expect(await cli.run(...of('campaign', 'status'), '--campaign', 'x')).toMatchObject({ code: 1 });
  });

  it('campaign status --recipients has a row for each person, and does not say who asked not to be asked', async () => {
    const recipients = [...of('campaign', 'status'), '--campaign', `invite.${waveId}`, '--recipients'];
    const { out } = await cli.run(...recipients);
    const [head, ...lines] = out.replace('\ufeff', '').trim().split(/\r?\n/);
    expect(head).toBe('directory_id,display_name,site,outcome,reason,may_have_it_twice');
    expect(lines).toHaveLength(12);
    expect(
      lines.filter((line) => /Person \d+,ZZLM01,unreachable,notInstalled,false$/.test(line)),
    ).toHaveLength(1);
    expect(lines.filter((line) => line.includes('cancelled,notThisTime'))).toHaveLength(1);
    expect(out).not.toContain('choseNotToBeAsked');
    expect(await cli.run(...of('campaign', 'status'), '--recipients')).toMatchObject({ code: 2 });
  });

  it('campaign cancel says who has it, and that they can still answer; a second time changes nothing', async () => {
    const cancel = [...of('campaign', 'cancel'), '--campaign', `invite.${waveId}`];
    const { out, code } = await cli.run(...cancel);
    expect([code, out]).toEqual([0, expect.stringContaining('1 person has it already and keeps it.')]);
    expect(out).toContain('To end that as well, close the wave.');
    expect(await cli.json(...cancel)).toMatchObject({ code: 0, document: { outcome: 'nothingToStop' } });
    expect(await cli.run(...of('campaign', 'cancel'), '--campaign', 'x')).toMatchObject({ code: 1 });
  });

  it('wave correct changes a wording, refuses another question, and needs to be told which', async () => {
    const correct = [...of('wave', 'correct'), '--wave', waveId];
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    const wave = await readRecord(context.store, 'wave', asId<ProgrammeId>(id), waveId);
    await close();
    const [question] = wave?.document.questions ?? [];
    if (!question) throw new Error('no question');
    const asked = ['--question', question.id, '--text'];
    const right = `${question.text.replace('?', '')}, today?`;
    expect(await cli.json(...correct, ...asked, right)).toMatchObject({
      code: 0,
      document: { outcome: 'corrected', before: question.text, after: right },
    });
    expect(await cli.json(...correct, ...asked, right)).toMatchObject({
      code: 0,
      document: { outcome: 'unchanged' },
    });
    expect(await cli.json(...correct, ...asked, 'Who is your manager?')).toMatchObject({
      code: 1,
      document: { outcome: 'tooDifferent' },
    });
    expect(await cli.run(...correct, '--text', right)).toMatchObject({ code: 2 });
    expect(await cli.json(...correct, '--title', '--text', 'x')).toMatchObject({ code: 1 });
  });
});

describe('export confidence', () => {
  const exporting = (...more: string[]) => ['export', 'confidence', '--programme', id, ...more];
  beforeEach(async () => {
    await cli.run('apply', example);
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    await createRecord(context.store, 'confidenceScore', aScore({ programmeId: asId<ProgrammeId>(id) }));
    await close();
  });

  it('writes a table to the terminal or to a file', async () => {
    expect((await cli.run(...exporting())).out).toMatch(/^\uFEFFscoreId,.*\r\nscore-1,/);
    expect(JSON.parse((await cli.run(...exporting('--format', 'json'))).out)).toMatchObject([
      { scoreId: 'score-1' },
    ]);
    for (const format of ['csv', 'json', 'xlsx']) {
      const out = cli.path(`scores.${format}`);
      const done = await cli.json(...exporting('--format', format, '--out', out));
      expect(done).toMatchObject({ code: 0, document: { outcome: 'exported', rows: 1, file: out } });
      expect(existsSync(out)).toBe(true);
    }
  });

  it('does not write a spreadsheet to the terminal, nor two things to one output', async () => {
    expect(await cli.run(...exporting('--format', 'xlsx'))).toMatchObject({ code: 2, out: '' });
    expect(await cli.json(...exporting())).toMatchObject({ code: 2, document: { outcome: 'badInput' } });
    const nowhere = cli.path('no-folder/scores.csv');
    expect(await cli.json(...exporting('--out', nowhere))).toMatchObject({
      code: 2,
      document: { outcome: 'badInput' },
    });
  });
});

describe('exit codes', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['apply', 'x', '--yes']],
    ['a missing argument', ['apply']],
    ['a missing option', ['people', 'import', 'x.csv']],
    ['a format that does not exist', ['export', 'confidence', '--programme', id, '--format', 'pdf']],
    ['a file that does not exist', ['apply', '/nowhere/p.yaml']],
    ['no command', []],
  ])('2 for %s, also as JSON', async (_what, args) => {
    expect((await cli.run(...args)).code).toBe(2);
    expect(await cli.json(...args)).toMatchObject({
      code: 2,
      document: { outcome: expect.stringMatching(/^bad/) },
    });
  });

  it('2 for a configuration that is refused, with every problem', async () => {
    cli.environment = { STORE: 'paper', PORT: 'x' };
    expect(await cli.json('apply', example)).toMatchObject({
      code: 2,
      document: { outcome: 'configurationRefused', problems: [{}, {}] },
    });
  });

  it('3 for a store that does not answer, without a stack', async () => {
    cli.environment = { DATA_DIR: cli.file('not-a-folder', '') };
    const { code, err } = await cli.run('apply', example);
    expect(code).toBe(3);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('0 for help and version', async () => {
    expect(await cli.run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('people') });
    expect(await cli.run('people', 'import', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--dry-run'),
    });
    expect(await cli.run('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
