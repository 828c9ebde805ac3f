import fc from 'fast-check';
import { plainText } from '../../src/cards/plain-text';

const markers = fc.string({
  unit: fc.constantFrom(...'*_`~[]()<>#+-=|\\&;!{}1.a b\n'.split('')),
  maxLength: 40,
});

test.each([
  ['**bold** and *italic*', '∗∗bold∗∗ and ∗italic∗'],
  ['_start_ but snake_case', 'ˍstartˍ but snake_case'],
  ['[click](http://x)', ']'],
  ['# heading', 'heading'],
  ['- item', 'item'],
  ['1. item', 'item'],
])('shows %s as it was typed', (typed, shown) => {
  expect(plainText(typed)).toContain(shown);
  expect(plainText(typed)).not.toMatch(/\]\(|^[#-]|^\d\./m);
});

test('leaves no marker that Markdown would read', () => {
  fc.assert(
    fc.property(markers, (typed) => {
      const shown = plainText(typed);
      expect(shown).not.toMatch(/[*`]|~~|\][([:]|\\[!-/:-@[-`{-~]|<[^\s\u200b]|&#?\w+;|\{\{/);
      expect(shown).not.toMatch(/^([#>+=|-]|[^\S\n]|\d+[.)])/m);
    }),
  );
});

test('changes no letter, digit or ordinary sign', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abc XYZ 0189,;:!?’“”/%£@'.split('')), maxLength: 60 }),
      (typed) => {
        expect(plainText(typed).replaceAll('\u200b', '')).toBe(typed.trim());
      },
    ),
  );
});

test('keeps lines apart and drops what cannot be seen', () => {
  expect(plainText('one\r\ntwo\n\n\n three')).toBe('one\n\ntwo\n\nthree');
  expect(plainText('a\u202eb\u0000c')).toBe('abc');
  expect(plainText('half \ud83d of 😀')).toBe('half  of 😀');
});
