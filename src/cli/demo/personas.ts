/** The people whose windows the demo opens, and what to do in each: three always, others when asked for. */

import type { PersonRow } from '../../domain/programme/person-row';
import type { SyntheticProgramme } from './synthetic-programme';

export const furtherPersonas = ['deputy', 'safety'] as const;
export type FurtherPersona = (typeof furtherPersonas)[number];

export interface Persona {
  readonly name: 'clinician' | 'lead' | 'sro' | FurtherPersona;
  readonly title: string;
  readonly person: PersonRow;
  readonly port: number;
  readonly whatToDo: string;
}

const further: Readonly<Record<FurtherPersona, Pick<Persona, 'title' | 'whatToDo'>>> = {
  deputy: {
    title: 'Deputy SRO',
    whatToDo: 'What the SRO does not decide in time, or while away, arrives here.',
  },
  safety: {
    title: 'Safety officer',
    whatToDo: 'What could harm a patient arrives here at once. Send: hazards.',
  },
};

export function personasOf(
  { personas }: SyntheticProgramme,
  firstPort: number,
  also: readonly FurtherPersona[] = [],
): readonly Persona[] {
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
      whatToDo:
        'Send: close wave. Close it, read the result, send the escalation on. Or ask something new: new pulse.',
    },
    {
      name: 'sro',
      title: 'SRO',
      person: sro,
      port: firstPort + 2,
      whatToDo:
        'A gate waits here; the decision arrives when the lead has sent it on: choose, say why, approve.',
    },
    ...also.map((name, index) => ({
      name,
      ...further[name],
      person: personas[name],
      port: firstPort + 3 + index,
    })),
  ];
}
