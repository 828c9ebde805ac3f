/** Who can see what until when, in plain words. Every sentence is literally true. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import { forgetAfterDays } from '../domain/issue/tell-and-forget';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme, sampleWave } from './subject';
import { defineCard } from './template';

export interface PrivacyView {
  readonly programme: ProgrammeSubject;
  readonly minimumGroupSize: number;
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
  /** When the reader's open wave closes; absent when none is open. */
  readonly closesAt?: Instant;
  /** True where people without Teams can answer on somebody else's device. */
  readonly hasChampions?: boolean;
  /** True where the programme keeps no quiet hours. */
  readonly anyTime?: boolean;
}

const schema = z.strictObject({
  heading: line,
  title: line,
  sections: z.array(z.strictObject({ title: line, paragraphs: lines })),
});

const sample: PrivacyView = { programme: sampleProgramme, minimumGroupSize: 11, backupRetentionDays: 7 };

export const privacyCard = defineCard<PrivacyView, typeof schema>({
  name: 'privacy',
  schema,
  isSharedByMany: () => true,
  summarise: (_view, text) => text.privacy.summary,
  bind: (
    { programme, minimumGroupSize, backupRetentionDays, closesAt, anyTime, hasChampions },
    { privacy, raising, askingTime },
  ) => ({
    heading: plainText(programme.name),
    title: privacy.title,
    sections: [
      {
        title: privacy.sections.yourAnswer,
        paragraphs: asLines([
          closesAt
            ? privacy.horizon(closesAt, backupRetentionDays)
            : privacy.horizonOfAnyPulse(backupRetentionDays),
          privacy.deleted,
          privacy.whoWasAsked,
          hasChampions ? privacy.besideAChampion : undefined,
        ]),
      },
      {
        title: privacy.sections.results,
        paragraphs: asLines([
          privacy.onlyGroups(minimumGroupSize),
          privacy.alike,
          privacy.tooSmall,
          privacy.beforeClose,
          privacy.notAboutYou,
        ]),
      },
      {
        title: privacy.sections.words,
        paragraphs: asLines([
          privacy.mayTell,
          privacy.maskedBefore,
          privacy.commentKept,
          privacy.comments(minimumGroupSize),
          privacy.commentShown,
          privacy.chat,
        ]),
      },
      {
        title: privacy.sections.raised,
        paragraphs: asLines([
          raising.whoReads,
          raising.whoExecutive,
          privacy.raisedName,
          raising.whoHidden(forgetAfterDays, backupRetentionDays),
          raising.whoChat,
        ]),
      },
      {
        title: privacy.sections.you,
        paragraphs: asLines([
          privacy.voluntary,
          anyTime ? askingTime.privacyAnyTime : askingTime.privacy,
          privacy.stop,
        ]),
      },
    ],
  }),
  samples: {
    'no pulse open': sample,
    'a pulse is open': { ...sample, closesAt: sampleWave.closesAt },
    'without quiet hours': { ...sample, anyTime: true },
    'with champions': { ...sample, hasChampions: true },
  },
});
