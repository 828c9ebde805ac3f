/** "Release", on the card of comments to decide on. */

import { verbNames } from '../../cards/verb-names';
import { reviewingCommentVerb } from './reviewing-comment';

export const commentReleaseVerb = reviewingCommentVerb(verbNames.commentRelease, 'released');
