/** The lead's card when an executive needs to know more before deciding; the answer goes onto the decision card. */

import { z } from 'zod';
import type { Escalation, EscalationCase, MoreAsked } from '../domain/escalation/escalation';
import type { Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { moreAnswerMaxLength, saidParts, saidShape } from './said-parts';
import { muchSampleSaid, sampleCase, sampleEscalationId, sampleSaid } from './sample-escalation';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface EscalationMoreView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'moreAsked'>;
  readonly case: Pick<EscalationCase, 'question'>;
  readonly decideBy: Instant;
  readonly notice?: keyof Catalogue['decisions']['notices'];
  readonly typed?: { readonly answer?: string };
}

const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  heading: line,
  notices: box,
  title: line,
  intro: lines,
  questionTitle: line,
  question: line,
  answering: z.array(
    z.strictObject({
      number: z.number(),
      asked: line,
      label: line,
      answer: z.string(),
      maxLength: z.number(),
      errorMessage: line,
      send: line,
    }),
  ),
  ...saidShape,
});

/** The oldest question that waits. */
function openQuestion({ moreAsked = [] }: Pick<Escalation, 'moreAsked'>): MoreAsked | undefined {
  return moreAsked.find(({ answer }) => answer === undefined);
}

const sample: EscalationMoreView = {
  programme: sampleProgramme,
  escalation: { escalationId: sampleEscalationId, moreAsked: sampleSaid.moreAsked },
  case: sampleCase,
  decideBy: '2026-12-16T17:00:00.000Z' as Instant,
};

export const escalationMoreCard = defineCard<EscalationMoreView, typeof schema>({
  name: 'escalation-more',
  schema,
  summarise: ({ programme }, text) => text.decisions.moreSummary(programme.name),
  bind: ({ programme, escalation, case: { question }, decideBy, notice, typed }, text) => {
    const { decisions, escalations } = text;
    const open = openQuestion(escalation);
    return {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      heading: plainText(programme.name),
      notices: asBox([notice && decisions.notices[notice]]),
      title: open ? decisions.moreCardTitle(plainText(open.askedByName)) : decisions.moreAllAnswered,
      intro: asLines([open && decisions.moreCardIntro(decideBy)]),
      questionTitle: escalations.questionTitle,
      question: plainText(question),
      answering: open
        ? [
            {
              number: open.number,
              asked: `${decisions.moreBy(plainText(open.askedByName), open.askedAt)} ${plainText(open.words)}`,
              label: decisions.moreAnswerLabel,
              answer: typed?.answer ?? '',
              maxLength: moreAnswerMaxLength,
              errorMessage: decisions.moreAnswerRequired,
              send: decisions.moreAnswer,
            },
          ]
        : [],
      said: saidParts({ moreAsked: escalation.moreAsked?.filter((asked) => asked !== open) }, text),
    };
  },
  samples: {
    'a question waits': sample,
    'refused, with what was typed': { ...sample, notice: 'words', typed: { answer: 'Eleven of them.' } },
    'all answered': {
      ...sample,
      escalation: { ...sample.escalation, moreAsked: muchSampleSaid.moreAsked },
    },
  },
});
