/** Preloaded into the bot's own process: at the write that the test named it is killed, as by `kill -9`. */

import { join } from 'node:path';
import type { Store, StoredDocument } from '../../src/app/ports/store';
import type { Death } from './bot-process';

const death = JSON.parse(process.env.DIES_AT ?? '{}') as Death;
const pattern = new RegExp(death.write);
let met = 0;

async function dyingAt<R>(write: string, perform: () => Promise<R>): Promise<R> {
  const matches = pattern.test(write);
  if (matches) met += 1;
  const isTheOne = matches && met === death.number;
  if (isTheOne && death.when === 'before') process.kill(process.pid, 'SIGKILL');
  const result = await perform();
  if (isTheOne) process.kill(process.pid, 'SIGKILL');
  return result;
}

function wordsOf(method: string, document: StoredDocument): string {
  const { status } = document as { readonly status?: unknown };
  return `${method} ${document.type}${typeof status === 'string' ? ` ${status}` : ''}`;
}

type Writes = Pick<Store, 'create' | 'replace' | 'upsert' | 'delete'>;
// What runs is the built bot: its classes, not those of the sources.
const builtStore = (file: string) =>
  require(join(__dirname, '../../dist/storage', file)) as Record<string, { readonly prototype: Writes }>;
const technology =
  process.env.STORE === 'cosmos'
    ? builtStore('cosmos/cosmos-store.js').CosmosStore
    : builtStore('embedded/embedded-store.js').EmbeddedStore;
if (!technology) throw new Error('the built store has another name');
const { create, replace, upsert, delete: remove } = technology.prototype;

const dying: Writes & ThisType<Store> = {
  create(...args) {
    return dyingAt(wordsOf('create', args[1]), () => create.apply(this, args));
  },
  replace(...args) {
    return dyingAt(wordsOf('replace', args[1]), () => replace.apply(this, args));
  },
  upsert(...args) {
    return dyingAt(wordsOf('upsert', args[1]), () => upsert.apply(this, args));
  },
  delete(...args) {
    return dyingAt(`delete ${args[0]}`, () => remove.apply(this, args));
  },
};

Object.assign(technology.prototype, dying);
