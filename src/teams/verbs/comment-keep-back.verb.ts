/** "Keep back", on the card of comments to decide on; also takes a release back. */

import { verbNames } from '../../cards/verb-names';
import { reviewingCommentVerb } from './reviewing-comment';

export const commentKeepBackVerb = reviewingCommentVerb(verbNames.commentKeepBack, 'keptBack');
