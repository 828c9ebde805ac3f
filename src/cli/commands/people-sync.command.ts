/** `soundings people sync --programme ID`: brings the people in step with a group of the directory. */

import type { Command } from 'commander';
import type { RefusedMember, UnmappedCount } from '../../app/directory/member-intake';
import { type SyncPeopleOutcome, syncPeople } from '../../app/directory/sync-people.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import type { Act, Cli } from '../cli';
import { InputError } from '../input-error';
import { count, mostRefusedInJson, programmeMissing } from '../people-file/people-report';
import { progressLine } from '../progress-line';
import { badInput, done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly group?: string;
  readonly dryRun?: boolean;
  readonly full?: boolean;
  readonly letManyLeave?: boolean;
}

const mostUnmappedInWords = 20;

export function addPeopleSync(people: Command, act: Act): void {
  people
    .command('sync')
    .requiredOption('--programme <id>', 'the programme they belong to')
    .option('--group <id>', 'the directory id of the group; without it the one in the programme’s file')
    .option('--full', 'read everybody again, also where changes would do')
    .option('--let-many-leave', 'also when more than a fifth of the group’s people would leave at once')
    .option('--dry-run', 'say what would change, change nothing')
    .description('take people from a group of the directory; who leaves the group leaves the people')
    .action((options: Options) => act((cli) => sync(cli, options)));
}

async function sync(cli: Cli, options: Options): Promise<Report> {
  const refusedMembers: RefusedMember[] = [];
  const result = await withContext(cli, async (context, config) => {
    const opened = await cli.openDirectory(config, context.clock);
    if (!opened) throw new InputError('people sync signs in to Microsoft Graph as the bot: give BOT_ID');
    const progress = progressLine(cli.terminal, () => context.clock.monotonicMs());
    try {
      return await syncPeople(context, opened.directory, {
        programmeId: asId<ProgrammeId>(options.programme),
        ...(options.group ? { group: options.group } : {}),
        isDryRun: options.dryRun === true,
        isFull: options.full === true,
        mayManyLeave: options.letManyLeave === true,
        onRefused: (member) => {
          if (refusedMembers.length < mostRefusedInJson) refusedMembers.push(member);
        },
        onProgress: (members) => progress.update(() => `${count(members)} members`),
      });
    } finally {
      progress.end();
      await opened.close();
    }
  });
  return report(options, result, refusedMembers);
}

function report(
  { programme, group }: Options,
  result: SyncPeopleOutcome,
  refusedMembers: readonly RefusedMember[],
): Report {
  const json = { programmeId: programme, ...(group ? { group } : {}), ...result };
  switch (result.outcome) {
    case 'noSuchProgramme':
      return programmeMissing(programme, json);
    case 'notDeclared':
      return refused(
        json,
        `${programme}: its file does not say which attributes are the staff group and the site; add "directory:".`,
      );
    case 'noGroup':
      return badInput(json, 'Name the group by its directory id: --group, or "group:" under "directory:".');
    case 'otherTenant':
      return refused(json, `${programme}: its people are of another tenant than the bot (TENANT_ID).`);
    case 'noSuchGroup':
      return refused(json, 'The directory has no such group.');
    case 'noPermission':
      return refused(
        json,
        `The bot has not the permission ${result.permission}: an administrator grants it.`,
      );
    case 'manyLeave':
      return refused(
        { ...json, refusedMembers },
        ...counted(programme, result),
        `${count(result.left.length)} of ${count(result.of)} people would leave at once: nobody was removed. Look at the group, then repeat with --let-many-leave.`,
      );
    case 'synced':
    case 'wouldSync': {
      const words = counted(programme, result);
      const whole = { ...json, refusedMembers };
      return result.refused > 0 ? badInput(whole, ...words) : done(whole, ...words);
    }
  }
}

function counted(
  programme: string,
  result: Extract<SyncPeopleOutcome, { readonly added: number }>,
): readonly string[] {
  const { added, changed, unchanged, disabled, unmapped } = result;
  const would = result.outcome === 'synced' ? '' : 'would be ';
  const read = result.read === 'everybody' ? 'everybody was read' : 'only changes were read';
  const left = result.outcome === 'manyLeave' ? 0 : result.left.length;
  return [
    `${programme}: ${would}${count(added)} added, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(left)} removed, ${count(result.refused)} refused (${read})`,
    ...(disabled > 0 ? [`${count(disabled)} members have a disabled account and count as no members`] : []),
    ...unmapped.slice(0, mostUnmappedInWords).map(describe),
    ...(unmapped.length > mostUnmappedInWords
      ? [`… and ${count(unmapped.length - mostUnmappedInWords)} more values (--json lists them)`]
      : []),
  ];
}

function describe({ field, attribute, value, people, isRefused }: UnmappedCount): string {
  const members = `${count(people)} ${people === 1 ? 'member' : 'members'}`;
  const means = isRefused ? `no declared ${field}: refused` : `no ${field}: taken without it`;
  return value
    ? `${attribute} "${value.slice(0, 60)}" of ${members} is ${means}`
    : `no ${attribute} of ${members}: ${means}`;
}
