/** The gates of a programme, each with its verdict in words and a button that opens it. */

import { z } from 'zod';
import type { Gate } from '../domain/gate/gate';
import { termsInForce } from '../domain/gate/gate-terms';
import { isOver } from '../domain/gate/settle-gate';
import type { Verdict } from '../domain/gate/verdict';
import { decisionInWords } from './gate-parts';
import { plainText } from './plain-text';
import { sampleDecidedGate, sampleGate } from './sample-gate';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface GateListView {
  readonly programme: ProgrammeSubject;
  readonly gates: readonly { readonly gate: Gate; readonly verdict: Verdict }[];
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  gates: z.array(z.strictObject({ gateId: line, name: line, standing: line, open: line })),
});

export const gateListCard = defineCard<GateListView, typeof schema>({
  name: 'gate-list',
  schema,
  summarise: ({ programme }, text) => text.gates.summary(programme.name),
  bind: ({ programme, gates: listed }, { gates }) => ({
    programmeId: programme.id,
    heading: plainText(programme.name),
    title: gates.listTitle,
    paragraphs: asLines(listed.length === 0 ? [gates.none, gates.nonePrompt] : []),
    gates: listed.map(({ gate, verdict }) => {
      const last = gate.decisions.at(-1);
      return {
        gateId: gate.gateId,
        name: plainText(gate.name),
        standing:
          isOver(gate) && last
            ? decisionInWords(last, gates)
            : gates.listed(verdict, termsInForce(gate).decidesOn),
        open: gates.open,
      };
    }),
  }),
  samples: {
    none: { programme: sampleProgramme, gates: [] },
    two: {
      programme: sampleProgramme,
      gates: [
        { gate: sampleGate, verdict: 'notMet' },
        { gate: sampleDecidedGate, verdict: 'met' },
      ],
    },
  },
});
