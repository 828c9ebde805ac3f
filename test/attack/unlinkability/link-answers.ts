/** Tries to tie answers to people by name, by key and by what stands side by side. */

import { asId, type WaveId } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/programme/person';
import type { Seizure } from './seizure';

export interface Link {
  readonly personId: string;
  /** How it was found. */
  readonly by: 'recomputed key' | 'recomputed comment' | 'named beside an answer' | 'named in the log';
  /** What was found there. */
  readonly found: string;
}

export function linkAnswers(seizure: Seizure): readonly Link[] {
  return [...byKey(seizure), ...byName(seizure), ...inLog(seizure)];
}

/** Unwraps every wave key that is left anywhere, makes every person's answer id anew, and looks for it everywhere. */
function byKey({ documents, bytes, keys, roster }: Seizure): readonly Link[] {
  const everything = [...documents.map(({ json }) => json), bytes].join('\n');
  return waveKeysIn(everything, keys).flatMap((key) => {
    const comments = documents.flatMap(({ json }) => {
      const { type, commentId, text } = JSON.parse(json) as Record<string, unknown>;
      return type === 'comment' ? [{ commentId: String(commentId), text: String(text) }] : [];
    });
    return roster.flatMap(({ personId }): readonly Link[] => {
      const at = everything.indexOf(key.answerKeyOf(personId));
      const values = /"values":(\{.*?\}\})/.exec(at < 0 ? '' : everything.slice(at, at + 800));
      const own = comments.filter(({ commentId, text }) => {
        const linked = key.commentKeyOf(personId, text);
        return commentId.includes(linked) || commentId.includes(key.unlinkedKeyOf(linked));
      });
      return [
        ...(at < 0 ? [] : [{ personId, by: 'recomputed key' as const, found: values?.[1] ?? '' }]),
        ...own.map(({ text }) => ({ personId, by: 'recomputed comment' as const, found: text })),
      ];
    });
  });
}

export function waveKeysIn(everything: string, keys: Seizure['keys']) {
  const matches = (pattern: RegExp) => [
    ...new Set([...everything.matchAll(pattern)].map(([, found = '']) => found)),
  ];
  const waveIds = matches(/"waveId":"([^"]+)"/g);
  const keyIds = matches(/"keyId":"([^"]+)"/g);
  const wrapped = matches(/"wrapped":"([^"]+)"/g);
  return wrapped.flatMap((text) =>
    keyIds.flatMap((keyId) =>
      waveIds.flatMap((waveId) => {
        try {
          return [keys.unwrapWaveKey(asId<WaveId>(waveId), { keyId, wrapped: text })];
        } catch {
          return [];
        }
      }),
    ),
  );
}

const ofAnswer = /"values":|"answeredOn"|"kind":"point"|"counts":|"commentId"/;

function byName({ documents, roster }: Seizure): readonly Link[] {
  return documents.flatMap(({ json }) =>
    ofAnswer.test(json)
      ? roster
          .filter((person) => namesOf(person).some((name) => json.includes(name)))
          .map(({ personId }) => ({ personId, by: 'named beside an answer' as const, found: json }))
      : [],
  );
}

function inLog({ log, roster }: Seizure): readonly Link[] {
  return roster.flatMap((person) =>
    log
      .filter((line) => namesOf(person).some((name) => line.includes(name)))
      .map((found) => ({ personId: person.personId, by: 'named in the log' as const, found })),
  );
}

export function namesOf({ personId, aadObjectId, displayName }: Person): readonly string[] {
  return [personId, ...(aadObjectId ? [aadObjectId] : []), displayName];
}
