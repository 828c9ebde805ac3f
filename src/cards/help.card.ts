/** What the bot understands; also the reply to anything it does not. */

import { z } from 'zod';
import { safetyRoles, standInRoles } from '../domain/issue/alert-hazard';
import type { Role } from '../domain/programme/programme';
import { readingRoles } from '../domain/programme/reading-roles';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface HelpView {
  /** A programme they belong to; absent for somebody who belongs to none. */
  readonly programme?: ProgrammeSubject;
  /** The roles of the reader; none for a respondent. */
  readonly roles: readonly Role[];
  /** True for somebody who lends their device to people without Teams. */
  readonly isChampion?: boolean;
  /** True when something was sent that the bot does not understand. */
  readonly isNotUnderstood?: boolean;
}

const hazardReaders: readonly Role[] = [...safetyRoles, ...standInRoles];

const schema = z.strictObject({
  title: line,
  paragraphs: lines,
  commands: z.array(z.strictObject({ title: line, value: line })),
  safety: lines,
  raises: z.array(z.strictObject({ title: line, programmeId: line })),
  smallPrint: lines,
});

export const helpCard = defineCard<HelpView, typeof schema>({
  name: 'help',
  schema,
  isSharedByMany: () => true,
  summarise: (_view, text) => text.help.summary,
  bind: ({ programme, roles, isChampion, isNotUnderstood }, { help, raising }) => {
    const isLead = roles.includes('lead') || roles.includes('pmo');
    const isReader = roles.some((role) => readingRoles.includes(role));
    const { forLeads, forReaders, forRoleHolders, forHazards, forChampions, forEveryone } = help.commands;
    const commands = [
      ...(isLead ? forLeads : []),
      ...(isReader ? forReaders : []),
      ...(roles.some((role) => hazardReaders.includes(role)) ? forHazards : []),
      ...(roles.length > 0 ? forRoleHolders : []),
      ...(isChampion ? forChampions : []),
      ...forEveryone,
    ];
    return {
      title: help.title,
      paragraphs: asLines([isNotUnderstood ? help.notUnderstood : help.whatItIs]),
      commands: commands.map(({ words, does }) => ({ title: words, value: does })),
      safety: asLines([help.nobodyWatches]),
      raises: programme ? [{ title: raising.raise, programmeId: programme.id }] : [],
      smallPrint: asLines([help.staysInTeams]),
    };
  },
  samples: {
    staff: { programme: sampleProgramme, roles: [] },
    stranger: { roles: [] },
    champion: { programme: sampleProgramme, roles: [], isChampion: true },
    lead: { programme: sampleProgramme, roles: ['lead'] },
    executive: { roles: ['sro'] },
    'safety officer': { roles: ['clinicalSafetyOfficer'] },
    'not understood': { roles: [], isNotUnderstood: true },
  },
});
