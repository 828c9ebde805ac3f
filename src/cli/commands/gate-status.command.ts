/** `soundings gate status`: the verdict on each gate, criterion by criterion. */

import type { Command } from 'commander';
import { type GateState, gateStatus } from '../../app/gate/gate-status.use-case';
import { criterionTitle, verdictInWords } from '../../cards/gate-words';
import { asId, type ProgrammeId } from '../../domain/ids';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { done, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly gate?: string;
}

export function addGateStatus(gate: Command, act: Act): void {
  gate
    .command('status')
    .requiredOption('--programme <id>', 'the programme')
    .option('--gate <id>', 'one gate only, by its id in the programme file')
    .description('the verdict on each gate, with its reasons and decisions')
    .action((options: Options) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(options.programme);
        const result = await withContext(cli, (context) =>
          gateStatus(context, { programmeId, ...(options.gate ? { gate: options.gate } : {}) }),
        );
        const json = { programmeId, ...result };
        switch (result.outcome) {
          case 'noSuchProgramme':
            return refused(json, `${options.programme}: there is no such programme.`);
          case 'noSuchGate':
            return refused(json, `${options.gate}: the programme has no such gate.`);
          case 'judged':
            if (result.gates.length === 0) return done(json, `${options.programme}: no gate yet`);
            return done(json, ...result.gates.flatMap(describe));
        }
      }),
    );
}

function describe({ gateId, name, decidesOn, goLiveOn, judgements, decisions }: GateState): string[] {
  const { gates } = catalogueFor('Europe/London');
  return [
    `${gateId}: ${name}, decided on ${decidesOn}, go-live ${goLiveOn}`,
    ...judgements.flatMap(({ basis, verdict, results }) => [
      `  ${basis} criteria: ${gates.verdicts[verdict].toLowerCase()}`,
      ...results.map(
        (result) =>
          `    ${criterionTitle(result, gates)}: ${verdictInWords(result, gates).toLowerCase()} (${result.reason.kind})`,
      ),
    ]),
    ...decisions.map(
      ({ kind, delayUntil, decidedAt, role, against }) =>
        `  ${decidedAt.slice(0, 10)}, ${role}: ${gates.decided(kind, delayUntil)}${against ? ', against the evidence' : ''}`,
    ),
  ];
}
