/** The lead's card about one issue: what was said, how long it waits, and everything that can be done about it. */

import { z } from 'zod';
import { asId } from '../domain/ids';
import type { Catalogue } from '../text/catalogue';
import { type IssueReading, issueFacts, issueStanding, saidLines } from './issue-words';
import { plainText } from './plain-text';
import { sampleIssue, sampleLongIssue } from './sample-issue';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';
import { type TriageChoices, triageForms, triageFormsShape } from './triage-forms';

export interface IssueTriageView extends TriageChoices, IssueReading {
  readonly programme: ProgrammeSubject;
  readonly notice?: keyof Catalogue['triage']['notices'];
}

const facts = z.array(z.strictObject({ title: line, value: line }));
const said = z.array(z.strictObject({ who: line, words: line }));

const schema = z.strictObject({
  programmeId: line,
  issueId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  standing: lines,
  facts,
  wordsTitle: line,
  words: line,
  smallPrint: lines,
  parts: z.array(z.strictObject({ title: line, said })),
  ...triageFormsShape,
});

const sample: IssueTriageView = {
  programme: sampleProgramme,
  issue: sampleIssue,
  place: { name: 'St Bride’s Hospital', isSiteGroup: false },
  support: 'none',
  waits: 'untriaged',
  waitingDays: 2,
  isOld: false,
  promisedDays: 5,
  owners: [
    { personId: asId(sampleIssue.issueId), displayName: 'Omar Okoye' },
    { personId: asId('p2'), displayName: 'Lena Lead' },
  ],
  mergeable: [
    { issueId: asId('i2'), category: 'log-ins', title: 'Smart cards lock after ten minutes' },
    { issueId: asId('i3'), category: 'training', title: 'No training on nights' },
  ],
  executiveName: 'Amara Cole',
};

export const issueTriageCard = defineCard<IssueTriageView, typeof schema>({
  name: 'issue-triage',
  schema,
  summarise: ({ programme }, text) => text.triage.summary(programme.name),
  bind: (view, text) => {
    const { programme, issue, notice } = view;
    const { triage } = text;
    return {
      programmeId: programme.id,
      issueId: issue.issueId,
      revision: issue.revision,
      notices: asBox([notice && triage.notices[notice]]),
      heading: plainText(programme.name),
      title: triage.title(text.bank.themes[issue.category]),
      standing: asLines(issueStanding(view, text)),
      facts: issueFacts(view, text),
      wordsTitle: triage.words,
      words: plainText(issue.text) || triage.unprintable,
      smallPrint: asLines([triage.masked, issue.raiserName ? undefined : triage.doNotGuess]),
      parts: saidLines(view, text),
      ...triageForms(view, text),
    };
  },
  shorten: ({ parts, ...rest }) => {
    const longest = parts.findIndex((part) => part.said.length > 1);
    if (longest !== -1) {
      return {
        ...rest,
        parts: parts.map((part, index) => (index === longest ? { ...part, said: part.said.slice(1) } : part)),
      };
    }
    if (parts.length > 0) return { ...rest, parts: parts.slice(1) };
    const fewer = rest.forms.map((form) => ({
      ...form,
      merge: form.merge.map((merge) => ({ ...merge, choices: merge.choices.slice(0, 5) })),
    }));
    return JSON.stringify(fewer) === JSON.stringify(rest.forms)
      ? undefined
      : { ...rest, parts, forms: fewer };
  },
  samples: {
    'nobody has dealt with it': sample,
    'old, a hazard, with a name': {
      ...sample,
      issue: {
        ...sampleIssue,
        raiserName: 'Nadia Nurse',
        hazard: { status: 'open' },
        effect: 'careCouldSuffer',
      },
      place: { name: 'Community north', isSiteGroup: true },
      support: 'moreThanTen',
      waitingDays: 9,
      isOld: true,
    },
    'refused, with what was typed': {
      ...sample,
      notice: 'whichPerson',
      typed: { fixOwnerName: 'oko', fixWords: 'A second cupboard with laptops', fixDueOn: '2026-12-11' },
    },
    'asked and answered, planned, came back': { ...sample, issue: sampleLongIssue, waits: 'overdueFix' },
    'gone up': {
      ...sample,
      issue: { ...sampleIssue, status: 'escalated', publishedTitle: 'Too few laptops on nights' },
    },
    merged: { ...sample, issue: { ...sampleIssue, status: 'merged', mergedInto: asId('i2') } },
  },
});
