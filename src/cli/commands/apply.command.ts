/** `soundings apply FILE.yaml`: creates or updates a programme. */

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type ApplyProgrammeOutcome, applyProgramme } from '../../app/programme/apply-programme.use-case';
import type { ProgrammeChange } from '../../domain/programme/compare-programmes';
import type { Programme } from '../../domain/programme/programme';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { withFile } from '../input-error';
import { type FileProblem, placeProblems, readProgrammeFile } from '../programme-file/read-programme-file';
import { badInput, done, type Report, refused } from '../report';
import { withContext } from '../with-context';

export function addApply(program: Command, act: Act): void {
  program
    .command('apply')
    .argument('<file>', 'the programme as YAML')
    .description('create or update a programme; the same file twice changes nothing')
    .action((file: string) =>
      act(async (cli) => {
        const text = await withFile(file, () => readFile(file, 'utf8'));
        const read = readProgrammeFile(text);
        if (read.outcome === 'refused') return invalid(file, read.problems);
        const { programme } = read;
        const outcome = await withContext(cli, (context) => applyProgramme(context, programme));
        // What only the store can tell of the file has its line in it as well.
        if (outcome.outcome === 'invalid') return invalid(file, placeProblems(text, outcome.problems));
        return reportApplied(programme, outcome);
      }),
    );
}

function invalid(file: string, problems: readonly FileProblem[]): Report {
  const words = problems.map(
    ({ line, column, path, message, remedy }) =>
      `${file}:${line}:${column} ${path ? `${path}: ` : ''}${message}. ${remedy}`,
  );
  return badInput({ outcome: 'invalid', file, problems }, ...words);
}

type Applied = Exclude<ApplyProgrammeOutcome, { outcome: 'invalid' }>;

function reportApplied({ id, timeZone }: Programme, result: Applied): Report {
  const json = { programmeId: id, ...result };
  switch (result.outcome) {
    case 'created':
    case 'unchanged':
      return done(json, `${id}: ${result.outcome}`, ...aboutGates(result), ...aboutPulses(result, timeZone));
    case 'updated':
      return done(
        json,
        `${id}: updated`,
        ...result.changes.map((change) => `  ${describe(change)}`),
        ...aboutGates(result),
        ...aboutPulses(result, timeZone),
      );
    case 'cannotChange':
      return refused(json, `${id}: ${result.field} of a programme cannot change; give the file another id.`);
    case 'peopleStranded':
      return refused(
        json,
        `${id}: nothing was changed, because people are still in what the file no longer declares:`,
        ...result.places.map(({ what, people }) => `  ${what}: ${people}`),
        'Import a people file that moves them first.',
      );
    case 'gateImpossible':
      return refused(
        json,
        `${id}: nothing was changed, because a gate could never be met:`,
        ...result.groups.map(({ gate, criterion, group, partlyAskedBy, people, needed, parent }) =>
          partlyAskedBy
            ? `  gates ${gate}, ${criterion}: ${partlyAskedBy} asks a part of ${group} only, ${people} people. Name the groups that it asks, or ask the whole group.`
            : `  gates ${gate}, ${criterion}: ${group} has ${people} people, and it takes ${needed} that are shown by themselves.${parent ? ` Name ${parent} in its place.` : ''}`,
        ),
      );
    case 'gateFrozen':
      return refused(
        json,
        `${id}: nothing was changed, because the file leaves out a gate that is frozen and not decided: ${result.gates.join(', ')}.`,
        'Only its Senior Responsible Owner can end it, on its card.',
      );
    case 'pulseIdsTaken':
      return refused(
        json,
        `${id}: nothing was changed, because a pulse that was set up in chat has the id already: ${result.pulses.join(', ')}.`,
        'Give the pulse in the file another id.',
      );
    case 'changedAtTheSameTime':
      return refused(json, `${id}: somebody else applied a file at the same moment. Repeat the command.`);
  }
}

function aboutGates({
  gates = [],
  gatesUnchecked,
}: Extract<ApplyProgrammeOutcome, { gatesUnchecked?: true }>): string[] {
  return [
    ...gates
      .filter(({ outcome }) => outcome === 'proposed')
      .map(
        ({ gate }) => `  gate ${gate} is frozen: its Senior Responsible Owner is asked to accept the change`,
      ),
    ...(gatesUnchecked
      ? ['  its gates are made once their groups can be checked: import people, then apply the file again']
      : []),
  ];
}

function aboutPulses(
  { pulses = [] }: Extract<ApplyProgrammeOutcome, { gatesUnchecked?: true }>,
  timeZone: string,
): string[] {
  const { schedules } = catalogueFor(timeZone);
  return pulses.map(
    ({ pulse, nextRun }) =>
      `  pulse ${pulse}: ${nextRun ? `next run ${schedules.planned(nextRun)}` : 'no run is to come'}`,
  );
}

function describe({ what, change, before, after }: ProgrammeChange): string {
  return before === undefined || after === undefined ? `${what}: ${change}` : `${what}: ${before} → ${after}`;
}
