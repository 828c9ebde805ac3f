import { z } from 'zod';
import { defineCard } from '../../src/cards/template';
import { frame } from './rendering';

/** Binds the template of `asking-stopped`, so that a real file is expanded. */
const schema = z.strictObject({
  programmeId: z.string().min(1),
  heading: z.string(),
  title: z.string(),
  paragraphs: z.array(z.strictObject({ text: z.string() })),
  action: z.string(),
});

interface View {
  readonly title: string;
  readonly programmeId?: string;
}

const card = (isShared: boolean) =>
  defineCard<View, typeof schema>({
    name: 'asking-stopped',
    schema,
    samples: {},
    isSharedByMany: () => isShared,
    summarise: ({ title }) => title,
    bind: ({ title, programmeId = 'p' }) => ({
      programmeId,
      heading: 'h',
      title,
      paragraphs: [{ text: 'one' }],
      action: 'a',
    }),
  });

test('refuses to render a view that lacks something the template binds', () => {
  expect(() => card(false).render({ title: 't', programmeId: '' }, frame)).toThrow(z.ZodError);
});

test('expands words that look like a binding no further', () => {
  const looksBound = '$' + '{programmeId}';
  expect(JSON.stringify(card(false).render({ title: looksBound }, frame))).toContain(looksBound);
});

test('gives everybody with the same view the same card, which nobody can change', () => {
  const shared = card(true);
  const first = shared.render({ title: 't' }, frame);
  expect(shared.render({ title: 't' }, frame)).toBe(first);
  expect(shared.render({ title: 'u' }, frame)).not.toBe(first);
  expect(shared.render({ title: 't' }, { ...frame, isSynthetic: true })).not.toBe(first);
  expect(() => Object.assign(first.body as object[], { 0: {} })).toThrow('read only');
});

test('keeps no card with words that one person typed', () => {
  const own = card(false);
  expect(own.render({ title: 't' }, frame)).not.toBe(own.render({ title: 't' }, frame));
});
