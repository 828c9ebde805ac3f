/** The bot's token goes to Microsoft's hosts, or to this machine in local use, and nowhere else. */

import { isAllowedServiceUrl } from '../../src/teams/service-url';

test.each([
  ['https://smba.trafficmanager.net/uk/'],
  ['https://smba.trafficmanager.net/emea/11111111-2222-4333-8444-555555555555/'],
  ['https://SMBA.trafficmanager.net/teams'],
  ['https://smba.infra.gcc.teams.microsoft.com/gcc'],
])('in production %s is allowed', (address) => {
  expect(isAllowedServiceUrl('teams', address)).toBe(true);
  expect(isAllowedServiceUrl('loopback', address)).toBe(false);
});

test.each([
  ['http://smba.trafficmanager.net/uk/'],
  ['https://smba.trafficmanager.net:8443/uk/'],
  ['https://smba.trafficmanager.net.evil.invalid/'],
  ['https://evil.invalid/smba.trafficmanager.net'],
  ['https://evil.trafficmanager.net/'],
  ['https://smba.trafficmanager.net@evil.invalid/'],
  ['https://user:pass@smba.trafficmanager.net/'],
  ['http://127.0.0.1:56150/'],
  ['//smba.trafficmanager.net'],
  [''],
])('in production %s is not', (address) => {
  expect(isAllowedServiceUrl('teams', address)).toBe(false);
});

test.each([['http://127.0.0.1:56150/_connector'], ['http://localhost:1/'], ['http://[::1]:2/']])(
  'in local use %s is allowed',
  (address) => {
    expect(isAllowedServiceUrl('loopback', address)).toBe(true);
  },
);

test.each([
  ['http://127.0.0.1.evil.invalid/'],
  ['http://10.0.0.1/'],
  ['ftp://127.0.0.1/'],
  ['http://a@127.0.0.1/'],
])('in local use %s is not', (address) => {
  expect(isAllowedServiceUrl('loopback', address)).toBe(false);
});
