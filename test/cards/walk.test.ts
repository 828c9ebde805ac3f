/** Walks the templates, the cards and everything their samples render to. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { allCards, type Sample } from '../../src/cards/all-cards';
import { verbNames } from '../../src/cards/verb-names';
import type { ChartSubject } from '../../src/domain/chart/chart-subject';
import { elementsIn, isObject, type Json, objectsIn, stringsIn } from './card-tree';

const root = join(__dirname, '..', '..');
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
const templateOf = (name: string): Json =>
  JSON.parse(readFileSync(join(root, 'adaptive-cards', `${name}.json`), 'utf8'));

const names = allCards.map(({ name }) => name);
const refresh = { userId: `29:${'x'.repeat(90)}`, data: { card: 'pulse', subjectId: 'w', programmeId: 'p' } };
const chartUrl = ({ kind }: ChartSubject) => `https://soundings.example/charts/${kind}${'x'.repeat(200)}.png`;
const stillFrame = { isSynthetic: false, timeZone: 'Europe/London', chartUrl };
const frame = { ...stillFrame, isSynthetic: true, refresh };

/** The parts of Adaptive Cards 1.5 that every Teams client shows. */
const profile = new Set([
  'AdaptiveCard',
  'TextBlock',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'Image',
  'ActionSet',
  'Input.Text',
  'Input.ChoiceSet',
  'Input.Date',
  'Action.Execute',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.ToggleVisibility',
]);
/** Teams' own, which some clients do not know: each has a picture to fall back to. */
const extensions = new Set(['Chart.HorizontalBar', 'Chart.HorizontalBar.Stacked', 'Chart.Line']);
/** Keys whose values people read. */
const readByPeople = [
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'value',
  'altText',
  'fallbackText',
];

const expression = '$' + '{programmeId}';
const markdown = `**x** [y](z) \`c\` <script> {{DATE(2020-01-01T00:00:00Z,SHORT)}} ${expression}`;
/** Keys whose values somebody may have typed. */
const typedKeys = new Set(
  ['name', 'title', 'text', 'question', 'consequence', 'rationale', 'recommendation', 'costOfWaiting'].concat(
    ['groupName', 'questionText', 'decidedByName', 'displayName', 'executiveName', 'preparedByName', 'names'],
    ['typed', 'typedComment'],
    [
      'what',
      'why',
      'setBy',
      'words',
      'givenBy',
      'statedByName',
      'mitigation',
      'rollbackTrigger',
      'condition',
    ],
    ['waveTitle', 'about', 'programmeName'],
  ),
);

describe('the two folders', () => {
  test('every template has its card and its test, and every card its template', () => {
    const sorted = [...names].sort();
    expect(filesIn('adaptive-cards', '.json')).toEqual(sorted);
    expect(filesIn('src/cards', '.card.ts')).toEqual(sorted);
    expect(filesIn('test/cards', '.card.test.ts')).toEqual(sorted);
  });
});

describe.each(allCards.map((card) => [card.name, card] as const))('the template of %s', (name, card) => {
  const template = templateOf(name);

  test('binds exactly what the schema checks', () => {
    expect([...boundPaths(template)].sort()).toEqual([...schemaPaths(card.schema)].sort());
  });

  test('holds no logic and no words', () => {
    expect([...objectsIn(template)].filter((node) => '$when' in node)).toEqual([]);
    const isAllowed = (key: string, text: string) =>
      text.includes('${')
        ? /^\$\{(\$root\.|\$host\.)?[A-Za-z.]+\}$/.test(text)
        : text === '' || !readByPeople.includes(key);
    expect([...stringsIn(template)].filter(([key, text]) => !isAllowed(key, text))).toEqual([]);
  });
});

describe.each(allCards.map((card) => [card.name, card] as const))(
  'each sample of %s',
  (cardName, { samples }) => {
    const walked = samples.map((sample) => {
      const rendered = sample.render(frame);
      return {
        name: `${cardName}: ${sample.name}`,
        sample,
        card: rendered,
        elements: elementsIn(rendered),
        still: sample.render(stillFrame),
        injected: injectedInto(sample),
      };
    });
    /** One test for all samples of a card; a failure names its sample. */
    const eachSample = (says: string, check: (one: (typeof walked)[number]) => void) =>
      test(says, () => {
        for (const one of walked) {
          try {
            check(one);
          } catch (error) {
            throw new Error(one.name, { cause: error });
          }
        }
      });

    eachSample(
      'is a whole card of version 1.5, inside the profile, with nothing left to fill in',
      ({ card, elements }) => {
        expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
        expect(card.fallbackText).toEqual(expect.stringMatching(/\S/));
        const pictures = elements.map(({ fallback }) => fallback);
        const types = elements
          .filter((element) => !pictures.includes(element))
          .map(({ type }) => String(type));
        expect(types.filter((type) => !profile.has(type) && !extensions.has(type))).toEqual([]);
        expect(JSON.stringify(card)).not.toContain('${');
      },
    );

    eachSample('has for every chart a picture that says the same in words', ({ elements }) => {
      for (const { type, fallback } of elements.filter(({ type }) => extensions.has(String(type)))) {
        expect([type, fallback]).toEqual([
          type,
          {
            type: 'Image',
            url: expect.stringMatching(/^https:\/\/[\w./-]+\.png$/),
            altText: expect.stringMatching(/^\S.{20,2000}$/),
            msteams: { allowExpand: true },
          },
        ]);
      }
    });

    eachSample('says every picture in words', ({ elements }) => {
      const pictures = elements.filter(({ type }) => type === 'Image');
      expect(
        pictures.filter(({ altText, url }) => !isSaid(altText) || !/^https:\/\//.test(String(url))),
      ).toEqual([]);
    });

    // Teams counts letters of two bytes and takes 100 KB; places that take less, 28 at the least, count bytes as sent.
    eachSample('is at most 28 KB as it is sent, and 40 KB in UTF-16', ({ card }) => {
      const json = JSON.stringify(card);
      expect(Buffer.byteLength(json, 'utf8')).toBeLessThanOrEqual(28 * 1024);
      expect(Buffer.byteLength(json, 'utf16le')).toBeLessThanOrEqual(40 * 1024);
    });

    eachSample('labels every input, gives each its own id and a word for its error', ({ elements }) => {
      const inputs = elements.filter(({ type }) => String(type).startsWith('Input.'));
      expect(inputs.filter(({ label }) => !isSaid(label))).toEqual([]);
      expect(inputs.filter(({ isRequired, errorMessage }) => isRequired && !isSaid(errorMessage))).toEqual(
        [],
      );
      const ids = inputs.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    eachSample(
      'has buttons with a title, a known verb and what identifies the card, at most six together',
      ({ elements }) => {
        const buttons = elements.filter(({ type }) => String(type).startsWith('Action.'));
        expect(buttons.filter(({ title }) => !isSaid(title))).toEqual([]);
        const executed = buttons.filter(({ type }) => type === 'Action.Execute');
        expect(executed.filter(({ verb, data }) => !verbs.has(verb) || !identifies(data))).toEqual([]);
        expect(elements.filter(({ actions = [] }) => (actions as readonly Json[]).length > 6)).toEqual([]);
      },
    );

    eachSample('shows and hides only what is there', ({ elements }) => {
      const ids = elements.map(({ id }) => id);
      const targets = elements.flatMap(({ targetElements = [] }) => targetElements as readonly Json[]);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    });

    eachSample('wraps every text, and names its title a heading', ({ elements }) => {
      const texts = elements.filter(({ type }) => type === 'TextBlock');
      expect(texts.filter(({ wrap }) => wrap !== true)).toEqual([]);
      expect(texts.filter(({ style }) => style === 'heading')).toHaveLength(1);
    });

    eachSample('says that its data is synthetic, and only then', ({ card, still }) => {
      const label = 'Synthetic data';
      expect(JSON.stringify(card)).toContain(label);
      expect(JSON.stringify(still)).not.toContain(label);
    });

    eachSample('asks for its current form with the one person it is for', ({ card, still }) => {
      expect(card.refresh).toMatchObject({
        action: {
          type: 'Action.Execute',
          verb: verbNames.cardRefresh,
          data: { ...refresh.data, cardVersion: 1 },
        },
        userIds: [refresh.userId],
      });
      expect(still).not.toHaveProperty('refresh');
    });

    eachSample('shows words that somebody typed as they were typed', ({ name, injected }) => {
      const typed = elementsIn(injected).flatMap(({ type, text, facts = [] }) => [
        ...(type === 'TextBlock' ? [String(text)] : []),
        ...[...objectsIn(facts)].flatMap(({ title, value }) => [String(title), String(value)]),
      ]);
      const shown = typed.join('\n');
      expect(shown).not.toMatch(/[*`]|\]\(|<script|\{\{/);
      if (/^(notice|help|absence|desk-list: nothing)/.test(name)) return;
      expect(shown).toContain('∗∗x∗∗');
      expect(shown).toContain(expression);
    });

    eachSample('is announced by a line that says nothing private', ({ sample }) => {
      expect(sample.summary).toMatch(/^\S.{5,90}$/);
      expect(sample.summary).not.toMatch(/\d+ (in 100|%|of)/);
    });
  },
);

const verbs = new Set<unknown>(Object.values(verbNames));
const isSaid = (words: Json | undefined) => typeof words === 'string' && /\S/.test(words);
const identifies = (data: Json | undefined) =>
  isObject(data) && data.cardVersion === 1 && isSaid(data.programmeId);

/** The sample with Markdown in everything that a person may have typed: what is not an id, an enum or an instant. */
function injectedInto(sample: Sample): unknown {
  const change = (node: Json | undefined, key: string): Json | undefined => {
    if (typeof node === 'string') return typedKeys.has(key) ? `${markdown} ${node}` : node;
    if (Array.isArray(node)) return node.map((item) => change(item, key) ?? null);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).flatMap(([name, value]) => {
        const changed = change(value, name);
        return changed === undefined ? [] : [[name, changed]];
      }),
    );
  };
  return sample.render({ ...stillFrame, isSynthetic: true }, <T>(view: T) => change(view as Json, '') as T);
}

/** Paths as `waves[].title`; `$host` is the frame's, not the schema's. */
function* boundPaths(node: Json, scope = ''): Generator<string> {
  const seen = new Set<string>();
  for (const path of bindings(node, scope)) {
    if (!seen.has(path)) yield path;
    seen.add(path);
  }
}

function* bindings(node: Json, scope: string): Generator<string> {
  if (typeof node === 'string') {
    const [, expression] = /^\$\{(.*)\}$/.exec(node) ?? [];
    if (expression && !scope.startsWith('$host') && !expression.startsWith('$host')) {
      yield expression.startsWith('$root.') ? expression.slice('$root.'.length) : `${scope}${expression}`;
    }
  } else if (Array.isArray(node)) for (const item of node) yield* bindings(item, scope);
  else if (isObject(node)) {
    const { $data, ...rest } = node;
    const [, rows] = /^\$\{(.*)\}$/.exec(typeof $data === 'string' ? $data : '') ?? [];
    const inner = rows === undefined ? scope : rows.startsWith('$') ? `${rows}[].` : `${scope}${rows}[].`;
    for (const value of Object.values(rest)) yield* bindings(value, inner);
  }
}

function* schemaPaths(schema: z.ZodType, path = ''): Generator<string> {
  if (schema instanceof z.ZodObject) {
    const dot = path === '' ? '' : `${path}.`;
    for (const [key, value] of Object.entries(schema.shape))
      yield* schemaPaths(value as z.ZodType, `${dot}${key}`);
  } else if (schema instanceof z.ZodArray) yield* schemaPaths(schema.element as z.ZodType, `${path}[]`);
  else yield path;
}
