/** Starts of the demo that do not go well. */

import { createServer } from 'node:net';
import { allFree, type DemoPlace, DemoProcess, demoPlace, portsOf } from './demo-process';

let place: DemoPlace;
beforeEach(async () => {
  place = await demoPlace();
});
afterEach(() => place.folder.remove());

test('a first start that is cut off leaves nothing that looks finished: the next one begins again', async () => {
  const first = DemoProcess.spawn(place);
  await first.says('people in');
  await first.end('SIGKILL');
  const second = DemoProcess.spawn(place);
  await second.says('people in');
  expect(second.output).toContain('Inventing');
  await second.end('SIGKILL');
  await allFree(portsOf(place));
});

test('a port that is taken is named, with what to do', async () => {
  const [, , taken] = portsOf(place);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', resolve));
  const demo = DemoProcess.spawn(place);
  expect(await demo.ended()).toBe(2);
  expect(demo.output).toContain(
    `Port ${taken} is taken, which the demo wants for the window of the Programme lead.`,
  );
  expect(demo.output).toContain(`npm run demo -- --port ${place.port + 1_000}`);
  await new Promise((resolve) => server.close(resolve));
});
