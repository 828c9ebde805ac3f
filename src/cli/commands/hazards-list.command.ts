/** `soundings hazards list`: what could harm a patient and is not closed yet. */

import type { Command } from 'commander';
import { type HazardState, listHazards } from '../../app/hazard/list-hazards.use-case';
import { asId, type ProgrammeId } from '../../domain/ids';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { done, refused } from '../report';
import { withContext } from '../with-context';

export function addHazardsList(hazards: Command, act: Act): void {
  hazards
    .command('list')
    .requiredOption('--programme <id>', 'the programme')
    .description('the open hazards, the oldest first, and whether anybody has acknowledged them')
    .action(({ programme }: { readonly programme: string }) =>
      act(async (cli) => {
        const programmeId = asId<ProgrammeId>(programme);
        const result = await withContext(cli, (context) => listHazards(context, programmeId));
        const json = { programmeId, ...result };
        if (result.outcome === 'noSuchProgramme') {
          return refused(json, `${programme}: there is no such programme.`);
        }
        if (result.hazards.length === 0) return done(json, `${programme}: no hazard is open`);
        return done(json, ...result.hazards.map(describe));
      }),
    );
}

function describe({ issueId, category, siteGroup, raisedOn, alerts, acknowledged }: HazardState): string {
  const { bank, roles } = catalogueFor('Europe/London');
  const who = acknowledged
    ? `acknowledged ${acknowledged.at.slice(0, 16).replace('T', ' ')} UTC by the ${roles[acknowledged.role]}`
    : `not acknowledged, alerted ${alerts} times`;
  return `${issueId}: ${bank.themes[category]}, ${siteGroup}, raised on ${raisedOn}, ${who}`;
}
