/** Nothing that points to a patient or a person survives masking; ordinary words do. */

import { maskText } from '../../../src/domain/text/mask-text';

describe('masking', () => {
  it.each([
    ['Patient 943 476 5919 fell', 'nhsNumber'],
    ['nhs no 9434765919.', 'nhsNumber'],
    ['born 03/04/1961', 'dateOfBirth'],
    ['DOB 3rd April 1961', 'dateOfBirth'],
    ['1961-04-03', 'dateOfBirth'],
    ['ring 07700 900123 please', 'phoneNumber'],
    ['+44 20 7946 0018', 'phoneNumber'],
    ['write to jo.o\u2019neil@example.nhs.uk', 'emailAddress'],
  ])('takes out %s', (text, kind) => {
    const masked = maskText(text);
    expect(masked.kinds).toContain(kind);
    expect(masked.text).not.toMatch(/\d{3}/);
    expect(masked.text).not.toMatch(/@/);
  });

  it.each([
    'The Wi-Fi drops on ward 12 every night after 02:00.',
    'Give 500 mg paracetamol 4 times a day, max 4 g in 24 hours.',
    'Observations 120/80, sats 94 to 98, temp 37.5.',
    'Log-in took 14 minutes; 3 of 7 devices work in bay 2.',
    'Enoxaparin 1.5 mg/kg once daily for 10 days',
  ])('leaves alone: %s', (text) => {
    expect(maskText(text)).toEqual({ text, kinds: [] });
  });
});
