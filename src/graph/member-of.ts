/** Reads people out of Graph's replies. */

import { type DirectoryMember, directoryAttributes } from '../domain/programme/directory-rules';
import { objectIn } from './json';

type Item = Readonly<Record<string, unknown>>;

const extensions = 'onPremisesExtensionAttributes';
const plain = directoryAttributes.filter((name) => !name.startsWith('extensionAttribute'));

export const memberSelect = ['id', 'displayName', 'accountEnabled', ...plain, extensions].join(',');

export function itemsIn(body: Item): readonly Item[] {
  const { value } = body;
  return Array.isArray(value) ? value.map(objectIn).filter((item) => item !== undefined) : [];
}

export function isOfKind(item: Item, kind: 'user' | 'group'): boolean {
  return item['@odata.type'] === `#microsoft.graph.${kind}`;
}

/** Without the permission to read people, Graph gives members with nothing but their id. */
export function isHidden({ displayName, accountEnabled }: Item): boolean {
  return typeof displayName !== 'string' && typeof accountEnabled !== 'boolean';
}

export function memberOf(item: Item): DirectoryMember {
  const values: Item = { ...item, ...objectIn(item[extensions]) };
  const attributes = Object.fromEntries(
    directoryAttributes.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [];
    }),
  );
  return {
    aadObjectId: String(item.id).toLowerCase(),
    displayName: typeof item.displayName === 'string' ? item.displayName : '',
    isEnabled: item.accountEnabled !== false,
    attributes,
  };
}
