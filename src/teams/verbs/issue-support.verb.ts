/** One tap adds a person's voice to an issue that others may read of; a second one says that it is there. */

import { z } from 'zod';
import { type AddVoiceOutcome, addVoice } from '../../app/issue/add-voice.use-case';
import { currentProgramme } from '../../app/programme/current-programme';
import type { IssuePublishedView } from '../../cards/issue-published.card';
import { verbNames } from '../../cards/verb-names';
import type { IssueId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { draftFields } from './issue-draft-fields';
import { notOnAListReply, publishedReply } from './raise-reply';
import { idField, subject } from './subject';

const notices: Readonly<Record<Exclude<AddVoiceOutcome, 'notAMember'>, IssuePublishedView['notice']>> = {
  added: 'supported',
  addedBefore: 'supportedBefore',
  raisedByThem: 'raisedByYou',
  noLongerOpen: 'noLongerOpen',
  notConfirmed: 'supportNotConfirmed',
};

export const issueSupportVerb = defineVerb({
  name: verbNames.issueSupport,
  schema: z.object({ ...subject, issueId: idField<IssueId>(), text: draftFields.text }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { programmeId, issueId, text = '' } = data;
    const outcome = await addVoice(edge.app, { programmeId, issueId, personId: actor.personId });
    const programme = await currentProgramme(edge.app, programmeId);
    if (outcome === 'notAMember' || !programme) return notOnAListReply(edge);
    const view = { text, from: 'card', notice: notices[outcome] } as const;
    return (await publishedReply(edge, actor, programme, view)) ?? notOnAListReply(edge);
  },
});
