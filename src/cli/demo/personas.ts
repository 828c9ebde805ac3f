/** The three people whose windows the demo opens, and what to do in each. */

import type { PersonRow } from '../../domain/programme/person-row';
import type { SyntheticProgramme } from './synthetic-programme';

export interface Persona {
  readonly name: 'clinician' | 'lead' | 'sro';
  readonly title: string;
  readonly person: PersonRow;
  readonly port: number;
  readonly whatToDo: string;
}

export function personasOf({ personas }: SyntheticProgramme, firstPort: number): readonly Persona[] {
  const { clinician, lead, sro } = personas;
  return [
    {
      name: 'clinician',
      title: 'Clinician',
      person: clinician,
      port: firstPort,
      whatToDo: 'A question is waiting: tap an answer and go on. Type help, or anything else.',
    },
    {
      name: 'lead',
      title: 'Programme lead',
      person: lead,
      port: firstPort + 1,
      whatToDo: 'Send: close wave. Close it, read the result, send the escalation on.',
    },
    {
      name: 'sro',
      title: 'SRO',
      person: sro,
      port: firstPort + 2,
      whatToDo:
        'A gate waits here; the decision arrives when the lead has sent it on: choose, say why, approve.',
    },
  ];
}
