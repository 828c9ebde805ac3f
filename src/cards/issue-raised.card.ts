/** An issue is recorded: as what, what happens next and by when, and who can see what, until when. */

import { z } from 'zod';
import type { Day } from '../domain/instant';
import type { Issue } from '../domain/issue/issue';
import { forgetAfterDays } from '../domain/issue/tell-and-forget';
import type { MaskedKind } from '../domain/text/mask-text';
import { plainText } from './plain-text';
import { sampleIssue } from './sample-issue';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueRaisedView {
  readonly programme: ProgrammeSubject;
  readonly issue: Pick<Issue, 'text' | 'category' | 'effect' | 'raisedOn' | 'raiserName' | 'hazard'>;
  readonly siteName: string;
  readonly masked?: readonly MaskedKind[];
  /** Until when the lead should have dealt with it. */
  readonly dealtWithBy: Day;
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
}

const schema = z.strictObject({
  programmeId: line,
  notices: box,
  heading: line,
  title: line,
  recordedTitle: line,
  words: line,
  facts: z.array(z.strictObject({ title: line, value: line })),
  nextTitle: line,
  next: lines,
  whoTitle: line,
  who: lines,
  myIssues: line,
  raiseAnother: line,
});

const sample: IssueRaisedView = {
  programme: sampleProgramme,
  issue: sampleIssue,
  siteName: 'Larkfield General',
  dealtWithBy: '2026-12-01' as Day,
  backupRetentionDays: 7,
};

export const issueRaisedCard = defineCard<IssueRaisedView, typeof schema>({
  name: 'issue-raised',
  schema,
  summarise: (_view, text) => text.raising.raisedSummary,
  bind: ({ programme, issue, siteName, masked = [], dealtWithBy, backupRetentionDays }, text) => {
    const { raising, privacy } = text;
    const { category, effect, raisedOn, raiserName, hazard } = issue;
    return {
      programmeId: programme.id,
      notices: asBox([masked.length > 0 ? privacy.masked(masked) : undefined]),
      heading: plainText(programme.name),
      title: raising.raisedTitle,
      recordedTitle: raising.recordedTitle,
      words: plainText(issue.text) || raising.unprintable,
      facts: [
        { title: raising.about, value: raising.categories[category] },
        { title: raising.where, value: plainText(siteName) },
        { title: raising.effect, value: raising.effects[effect] },
        { title: raising.raisedLabel, value: raising.raisedOn(raisedOn) },
        {
          title: raising.name,
          value: raiserName ? raising.shownTo(plainText(raiserName)) : raising.hidden,
        },
      ],
      nextTitle: raising.nextTitle,
      next: asLines([
        hazard ? raising.nextHazard : undefined,
        raising.nextLead(dealtWithBy),
        raising.nextOld,
        raising.nextHears,
      ]),
      whoTitle: raising.whoTitle,
      who: asLines([
        raising.whoReads,
        hazard ? raising.whoReadsHazard : undefined,
        raising.whoExecutive,
        raiserName ? raising.whoNamed : raising.whoHidden(forgetAfterDays, backupRetentionDays),
        raising.whoChat,
      ]),
      myIssues: raising.myIssues,
      raiseAnother: raising.raiseAnother,
    };
  },
  samples: {
    hidden: sample,
    'named, a hazard, with something taken out': {
      ...sample,
      issue: { ...sampleIssue, raiserName: 'Nina Nurse', hazard: { status: 'open' } },
      masked: ['nhsNumber', 'dateOfBirth'],
      backupRetentionDays: 0,
    },
    'as long as it may be': { ...sample, issue: { ...sampleIssue, text: 'Twice as long. '.repeat(170) } },
  },
});
