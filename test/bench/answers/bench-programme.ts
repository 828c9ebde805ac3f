/** An invented programme whose pulse asks every kind of question, and as many people as a benchmark needs. */

import type { Keys } from '../../../src/app/ports/keys';
import { asId } from '../../../src/domain/ids';
import type { DirectoryPerson } from '../../../src/domain/programme/person';
import type { Programme } from '../../../src/domain/programme/programme';
import type { Question } from '../../../src/domain/pulse/question';
import { aProgramme, aPulse } from '../../support/samples';

export const questions: readonly Question[] = [
  ...aPulse().questions.slice(0, 2),
  {
    id: asId('support'),
    kind: 'scale',
    text: 'How well supported do you feel by the floorwalkers, from 0 (not at all) to 10 (fully)?',
    minimum: 0,
    maximum: 10,
  },
  {
    id: asId('barrier'),
    kind: 'choice',
    text: 'What would help you most in the first fortnight?',
    choices: [
      { id: 'training', text: 'More training time' },
      { id: 'devices', text: 'More devices on the ward' },
      { id: 'login', text: 'Faster log-in' },
      { id: 'support', text: 'Someone to ask on nights' },
    ],
  },
  { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
];

export function benchProgramme(id: string, tenantId: string): Programme {
  return { ...aProgramme(), id: asId(id), tenantId, pulses: [{ ...aPulse(), questions }] };
}

/** Different people in each programme; their directory ids follow from their number. */
export function benchPeople(
  programme: Programme,
  count: number,
  keys: Pick<Keys, 'personIdOf'>,
): DirectoryPerson[] {
  const cells = programme.sites.flatMap((site) => programme.staffGroups.map((group) => ({ site, group })));
  return Array.from({ length: count }, (_, index): DirectoryPerson => {
    const aadObjectId = directoryIdOf(programme.id, index);
    const { site, group } = cells[index % cells.length] ?? {};
    if (!site || !group) throw new Error('the programme has no cell');
    return {
      personId: keys.personIdOf(programme.tenantId, aadObjectId),
      programmeId: programme.id,
      organisationId: asId(site.organisation),
      aadObjectId,
      displayName: `Synthetic Person ${index}`,
      staffGroup: group.id,
      site: site.odsCode,
    };
  });
}

export function directoryIdOf(programmeId: string, index: number): string {
  const prefix = Buffer.from(programmeId.padEnd(4, '-').slice(0, 4)).toString('hex');
  return `${prefix}-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
