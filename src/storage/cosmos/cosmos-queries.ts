/** The two queries, written so that they read the same in the service and in its stand-ins. */

import type { SqlQuerySpec } from '@azure/cosmos';
import type { ListField, ListQuery } from '../../app/ports/store';
import type { Lane } from '../../domain/intent/intent';

const listFields: readonly ListField[] = ['status', 'personId', 'waveId', 'pulseId', 'issueId'];

/** One partition, one type, in order of id; one more than the page holds. `c.pk` is named although the request is for
 * one partition already: a stand-in may ignore that. */
export function listQuery({ pk, type, where = {}, limit, afterId }: ListQuery): SqlQuerySpec {
  const conditions = ['c.pk = @pk', 'c.type = @type'];
  const parameters = [
    { name: '@pk', value: pk as string | number },
    { name: '@type', value: type },
  ];
  for (const field of listFields) {
    const value = where[field];
    if (value === undefined) continue;
    conditions.push(`c.${field} = @${field}`);
    parameters.push({ name: `@${field}`, value });
  }
  if (afterId !== undefined) {
    conditions.push('c.id > @afterId');
    parameters.push({ name: '@afterId', value: afterId });
  }
  return {
    query: `SELECT TOP ${limit + 1} * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.id`,
    parameters,
  };
}

/** Over all programmes: the earliest first. */
export function dueQuery(lane: Lane, now: string, limit: number): SqlQuerySpec {
  return {
    query: `SELECT TOP ${limit} * FROM c WHERE c.dueAt.${lane} <= @now ORDER BY c.dueAt.${lane}`,
    parameters: [{ name: '@now', value: now }],
  };
}
