import { removedName, removeNames } from '../../../src/domain/text/remove-names';

test.each([
  ['Nina Nurse', 'Regards, Nina Nurse', `Regards, ${removedName}`],
  ['Nina Nurse', 'Thanks nina, I mean Nina', `Thanks nina, I mean ${removedName}`],
  [
    'SMITH, Jane (LARKFIELD NHS TRUST)',
    'Smith said the NHS trust pays',
    `${removedName} said the NHS trust pays`,
  ],
  ['Jo Li', 'Jo joined, Jo Li too', `Jo joined, ${removedName} too`],
  ['Zoë O’Neil', 'zoë o’neil left, Zoë did not', `${removedName} left, ${removedName} did not`],
  ['A+ (B', 'A+ (B is odd', `${removedName} is odd`],
  ['', 'nobody', 'nobody'],
])('of %s: %s', (name, text, result) => expect(removeNames(text, [name])).toBe(result));

test('leaves words alone that only begin like a name', () => {
  expect(removeNames('Mayday at Marketplace', ['May Market'])).toBe('Mayday at Marketplace');
});
