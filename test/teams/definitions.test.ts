/** A verb and a chat command that could not work are refused when they are defined. */

import { z } from 'zod';

import { defineChatCommand } from '../../src/teams/chat-command';
import { defineVerb } from '../../src/teams/verb';
import { verbRegistry } from '../../src/teams/verb-registry';

const verb = defineVerb({
  name: 'note-save',
  schema: z.object({}),
  role: 'respondent',
  handle: () => Promise.reject(new Error('not called')),
});

test('two verbs of one name are refused', () => {
  expect(() => verbRegistry([verb, verb])).toThrow(/note-save/);
  expect(verbRegistry([verb]).get('note-save')).toBe(verb);
});

test.each([[/help/i], [/^help/i], [/help$/i], [/^help$/], [/^help$/gi], [/^help$/iy]])(
  'the pattern %s is refused',
  (pattern) => {
    const handle = verb.handle as never;
    expect(() => defineChatCommand({ name: 'help', pattern, handle })).toThrow(/help/);
  },
);
