/** Keeps a comment beside a wave's answers, masked first and never attached to a score. */

import { deliveryIdOf, type PersonId, type ProgrammeId, type WaveId } from '../../domain/ids';
import { maximumTextLength } from '../../domain/pulse/fits-question';
import { type MaskedKind, maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import type { Comment } from '../document-contents';
import { ConflictError, UnavailableError } from '../ports/errors';
import type { ReadOptions, WriteOptions, Written } from '../ports/store';
import { createRecord, readRecord } from '../records';
import type { AskedWave } from './wave-reader';
import { isSealed } from './withdraw-sheet';

export type AddCommentOutcome =
  | { readonly outcome: 'noSuchWave' | 'notInvited' }
  | { readonly outcome: 'empty' | 'tooLong' | 'closed' | 'notConfirmed'; readonly asked: AskedWave }
  | { readonly outcome: 'saved'; readonly asked: AskedWave; readonly masked: readonly MaskedKind[] };

export async function addComment(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly waveId: WaveId;
    readonly personId: PersonId;
    readonly text: string;
  },
): Promise<AddCommentOutcome> {
  const options = { signal: AbortSignal.timeout(context.settings.answerDeadlineMs) };
  const asked = await context.waves.read(command.programmeId, command.waveId);
  if (!asked) return { outcome: 'noSuchWave' };
  if (!asked.key) return { outcome: 'closed', asked };
  if (!command.text.trim()) return { outcome: 'empty', asked };
  if (command.text.length > maximumTextLength) return { outcome: 'tooLong', asked };
  try {
    return await save(context, command, { ...asked, key: asked.key }, options);
  } catch (error) {
    if (error instanceof UnavailableError) return { outcome: 'notConfirmed', asked };
    throw error;
  }
}

async function save(
  context: AppContext,
  { personId, text }: { readonly personId: PersonId; readonly text: string },
  asked: Required<AskedWave>,
  options: ReadOptions,
): Promise<AddCommentOutcome> {
  const { store } = context;
  const { waveId, campaignId } = asked.wave;
  const invited = await readRecord(
    store,
    'delivery',
    campaignId,
    deliveryIdOf(campaignId, personId),
    options,
  );
  const atomId = invited?.document.invitation?.atomId;
  if (!atomId) return { outcome: 'notInvited' };
  const masked = maskText(text.trim(), asked.programme.hospitalNumber);
  const commentId = asked.key.commentKeyOf(personId, masked.text);
  const comment = { waveId, commentId, atomId, text: masked.text };
  const written = await createUnlessThere(context, comment, options);
  const session = written ? { session: written.session } : {};
  if (await isSealed(context, waveId, { ...options, ...session })) {
    // What was there before is not this delivery's to take back.
    if (written) await store.delete('responses', waveId, commentId, undefined, options);
    return { outcome: 'closed', asked };
  }
  return { outcome: 'saved', asked, masked: masked.kinds };
}

/** Undefined when the same person's same words are there already. */
async function createUnlessThere(
  { store }: AppContext,
  comment: Comment,
  options: WriteOptions,
): Promise<Written | undefined> {
  try {
    return await createRecord(store, 'comment', comment, options);
  } catch (error) {
    if (error instanceof ConflictError) return undefined;
    throw error;
  }
}
