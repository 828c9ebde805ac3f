/** A vote is recorded: until when it can be changed, who can see what, "unsafe, because …" and a comment. */

import { z } from 'zod';
import { maximumTextLength } from '../domain/pulse/fits-question';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import {
  type BallotCardView,
  ballotData,
  ballotDataOf,
  sampleBallotView,
  sampleNamedBallot,
  wayToList,
  wayToListOf,
} from './ballot-parts';
import { wordsForInput } from './issue-draft';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface BallotRecordedView extends BallotCardView {
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
  readonly notice?: Exclude<keyof Catalogue['ballots']['notices'], 'changing' | 'chooseOne' | 'notConfirmed'>;
  /** With `commentSaved` and `unsafeSent`: what was taken out of the words. */
  readonly masked?: readonly MaskedKind[];
  /** With `commentSaved`: the words are about harm. */
  readonly readsLikeHarm?: boolean;
  /** What was not saved, so that it need not be typed again. */
  readonly typedComment?: string;
}

const schema = z.strictObject({
  programmeId: line,
  ballot: ballotData,
  heading: line,
  notices: box,
  title: line,
  canChange: line,
  whoCanSeeTitle: line,
  whoCanSee: lines,
  change: line,
  unsafe: line,
  comment: line,
  commentHints: lines,
  commentLabel: line,
  commentTyped: z.string(),
  commentMaxLength: z.number(),
  commentRequired: line,
  saveComment: line,
  stop: line,
  back: wayToList,
});

function whoCanSee({ ballot, backupRetentionDays }: BallotRecordedView, text: Catalogue) {
  const { ballots, privacy } = text;
  const { closesAt, minimumGroupSize, waveId } = ballot;
  return asLines(
    waveId === undefined
      ? [...ballots.named, privacy.voluntary]
      : [
          privacy.horizon(closesAt, backupRetentionDays),
          ballots.onlyGroups(minimumGroupSize),
          privacy.notAboutYou,
          privacy.voluntary,
          ballots.unlessUnsafe,
        ],
  );
}

function commentHints({ ballot }: BallotRecordedView, { ballots, pulse, privacy }: Catalogue) {
  return asLines(
    ballot.waveId === undefined
      ? [pulse.noPatients, ballots.commentNamed, privacy.maskedBefore, ballots.commentReplaces]
      : [
          pulse.noPatients,
          pulse.wordsMayTell,
          privacy.maskedBefore,
          ballots.comments(ballot.minimumGroupSize),
          ballots.commentAdds,
        ],
  );
}

const sample: BallotRecordedView = { ...sampleBallotView, revision: 2, backupRetentionDays: 7 };

export const ballotRecordedCard = defineCard<BallotRecordedView, typeof schema>({
  name: 'ballot-recorded',
  schema,
  isSharedByMany: ({ typedComment }) => typedComment === undefined,
  summarise: ({ programme }, text) => text.ballots.recordedSummary(programme.name),
  bind: (view, text) => {
    const { programme, ballot, notice, masked = [], readsLikeHarm, typedComment } = view;
    const { ballots, privacy } = text;
    const comment = wordsForInput(typedComment ?? '').text;
    return {
      programmeId: programme.id,
      ballot: ballotDataOf(view),
      heading: ballots.heading(plainText(programme.name), plainText(ballot.title)),
      notices: asBox([
        notice && ballots.notices[notice],
        masked.length > 0 ? privacy.masked(masked) : undefined,
        readsLikeHarm ? ballots.readsLikeHarm : undefined,
      ]),
      title: ballots.recordedTitle,
      canChange: ballots.canChange(ballot.closesAt),
      whoCanSeeTitle: ballots.whoCanSeeTitle,
      whoCanSee: whoCanSee(view, text),
      change: ballots.change,
      unsafe: ballots.unsafe,
      comment: ballots.comment,
      commentHints: commentHints(view, text),
      commentLabel: ballots.commentLabel,
      commentTyped: comment,
      commentMaxLength: Math.max(maximumTextLength, comment.length),
      commentRequired: ballots.commentRequired,
      saveComment: ballots.saveComment,
      stop: ballots.stop,
      back: wayToListOf(view, text),
    };
  },
  samples: {
    recorded: sample,
    'with names, from a list': { ...sample, ballot: sampleNamedBallot, isFromList: true, notice: 'changed' },
    'comment saved that reads like harm': {
      ...sample,
      notice: 'commentSaved',
      masked: ['nhsNumber'],
      readsLikeHarm: true,
    },
    'comment not confirmed': {
      ...sample,
      notice: 'commentNotConfirmed',
      typedComment: 'It is one screen more for every patient.',
    },
    'unsafe sent': { ...sample, notice: 'unsafeSent', masked: ['phoneNumber'] },
  },
});
