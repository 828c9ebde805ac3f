/** A process in which things happen until it is killed; it tells its parent what was promised to anybody. */

import type { Instant } from '../../../src/domain/instant';
import { happen } from './scenario';

const [seed = '0', path = '', startsAt = '', name = ''] = process.argv.slice(2);
const tell = (kind: string) => (what: string) => process.send?.({ kind, what });

happen(
  Number(seed),
  { raised: tell('raised'), decided: tell('decided') },
  { folder: { path, remove: () => {} }, startsAt: startsAt as Instant, name },
).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(3);
  },
);
