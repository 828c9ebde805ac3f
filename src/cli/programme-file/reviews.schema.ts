/** What a programme file says about design reviews: the workflows they belong to, and what it takes to agree. */

import { z } from 'zod';
import { expected, slug, whole, words } from './schema-parts';

const share = (usual: string) => expected(z.number().min(0).max(1), `a share from 0 to 1, such as ${usual}`);

export const workflows = expected(
  z.array(expected(z.strictObject({ id: slug, name: words(120) }), 'a workflow with id and name')).max(100),
  'a list of at most 100 workflows',
);

export const reviewPolicy = expected(
  z.strictObject({
    agreedShare: share('0.7').default(0.7),
    quorumShare: share('0.3').default(0.3),
    quorumMinimum: whole(0, 10_000).default(0),
    workaroundShare: share('0.3').default(0.3),
  }),
  'a review policy with agreedShare, quorumShare, quorumMinimum and workaroundShare',
);
