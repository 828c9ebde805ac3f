/** An issue from a ward to the deputy's decision and back, as people do it in their windows. */

import type { Browser } from 'playwright-core';
import { cardVersion } from '../../src/cards/verb-names';
import { demoProgramme } from '../../src/cli/demo/seed-demo';
import type { SyntheticProgramme } from '../../src/cli/demo/synthetic-programme';
import { dayOf, instantOf } from '../../src/domain/instant';
import { executeInvoke } from '../support/execute-invoke';
import { ChatWindow, openBrowser, pictureOf, press } from './chat-window';
import { allFree, type DemoPlace, DemoProcess, demoPlace, portsOf } from './demo-process';

let place: DemoPlace;
let demo: DemoProcess;
let browser: Browser;
let story: SyntheticProgramme;
let windows: readonly ChatWindow[];

const words = 'Nobody on nights can mend the label printer.';
const title = 'Label printers are not mended at night';
const question = 'Do we pay for support at night?';
const because = 'The contract allows it from April on.';

beforeAll(async () => {
  place = await demoPlace(['deputy']);
  story = demoProgramme(dayOf(instantOf(Date.now())));
  [demo, browser] = await Promise.all([DemoProcess.start(place), openBrowser()]);
  windows = await openAll();
});
afterAll(async () => {
  await browser?.close();
  await demo?.end('SIGKILL');
  place?.folder.remove();
});

const openAll = () =>
  Promise.all(
    [0, 1, 2, 3].map((index) => ChatWindow.open(browser, `http://localhost:${place.windowsPort + index}`)),
  );
const windowOf = (who: 'clinician' | 'lead' | 'sro' | 'deputy'): ChatWindow => {
  const window = windows[['clinician', 'lead', 'sro', 'deputy'].indexOf(who)];
  if (!window) throw new Error(`no window of the ${who}`);
  return window;
};

/** A colleague without a window presses a button; what they are sent by themselves is in the local inbox. */
async function pressAs(aadObjectId: string, verb: string, data: object): Promise<string> {
  const { tenantId, id: programmeId } = story.programme;
  const source = {
    serviceUrl: `http://localhost:${place.windowsPort}/_connector`,
    appId: 'soundings',
    tenantId,
  };
  const activity = executeInvoke(source, aadObjectId, { verb, data: { programmeId, cardVersion, ...data } });
  const response = await fetch(`http://127.0.0.1:${place.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  return response.text();
}

function colleagues(): readonly string[] {
  const cast = Object.values(story.personas).map(({ aadObjectId }) => aadObjectId);
  return story.rows
    .map(({ aadObjectId }) => aadObjectId)
    .filter((id) => !cast.includes(id))
    .slice(-2);
}

test('the nurse raises it by word, and the card says who can see what', async () => {
  const nurse = windowOf('clinician');
  await nurse.shows('How confident are you');
  await nurse.say('raise');
  const offered = await nurse.shows('Has somebody raised it already?');
  await pictureOf(offered, '31-nurse-raised-already');
  await press(offered, 'None of these: raise a new one');
  const form = await nurse.shows('What gets in the way?');
  await form.getByLabel('What gets in the way, in your own words').fill(words);
  await form.getByRole('combobox', { name: 'What it is about' }).click();
  await nurse.page.getByRole('option', { name: 'Computers, phones, Wi-Fi, printers' }).click();
  await form.getByLabel('I work around it').check();
  await pictureOf(form, '32-nurse-raises');
  await press(form, 'Send');
  await pictureOf(await nurse.shows('Recorded. Thank you.'), '33-nurse-recorded');
  await nurse.say('my issues');
  await pictureOf(await nurse.shows(words), '34-nurse-my-issues');
});

test('the lead publishes a title, and two colleagues add their voice', async () => {
  const lead = windowOf('lead');
  await lead.say('issues');
  const list = await lead.shows(words);
  await pictureOf(list, '35-lead-issues');
  await list.getByRole('button', { name: 'Open', exact: true }).last().click();
  const card = await lead.shows('Name hidden');
  await pictureOf(card, '36-lead-triage');
  await press(card, 'Title, go-live');
  await card.getByLabel('A title that everybody may read').fill(title);
  await pictureOf(card, '37-lead-title');
  await press(card, 'Publish the title');
  await lead.shows(`Published as`);
  for (const colleague of colleagues()) {
    const offered = await pressAs(colleague, 'issue-raise', {});
    expect(offered).toContain(title);
    const issueId = new RegExp(`${title}.*?"issueId":"([^"]+)"`).exec(offered)?.[1];
    const added = await pressAs(colleague, 'issue-support', { issueId });
    expect(added).toContain('Your voice is added.');
  }
});

test('the lead escalates it with a question, and the SRO gets it', async () => {
  const lead = windowOf('lead');
  const card = await lead.shows('Name hidden');
  await press(card, 'Escalate');
  await card.getByLabel('Question to decide. The people concerned read it').fill(question);
  await card.getByLabel('Option 1', { exact: true }).fill('Pay for it');
  await card.getByLabel('What option 1 leads to').fill('Eight thousand pounds a year.');
  await card.getByLabel('Option 2', { exact: true }).fill('Wait');
  await card.getByLabel('What option 2 leads to').fill('Nights go on walking.');
  await pictureOf(card, '38-lead-escalates');
  await card.getByRole('button', { name: /^Send to / }).click();
  await pictureOf(await lead.shows('Sent up.'), '39-lead-sent-up');
  const sro = windowOf('sro');
  await sro.say('what waits for me');
  await pictureOf(await sro.shows(question), '40-sro-what-waits');
});

test('the SRO is silent for days; the deputy is asked and says no', async () => {
  await demo.end('SIGINT');
  await allFree(portsOf(place));
  demo = await DemoProcess.start(place, 4);
  for (const window of windows) await window.reload();
  const deputy = windowOf('deputy');
  await deputy.say('what waits for me');
  const list = await deputy.shows(question);
  await pictureOf(list, '41-deputy-what-waits');
  // The oldest deadline comes first.
  await list.getByRole('button', { name: 'Open', exact: true }).first().click();
  const card = await deputy.shows('Why? This goes on record');
  await card.getByLabel('Why? This goes on record').fill(because);
  await pictureOf(card, '42-deputy-decides');
  await press(card, 'Reject');
  await pictureOf(await deputy.shows('Rejected'), '43-deputy-decided');
});

test('all three hear it; it did not help the nurse, and it is open again', async () => {
  const nurse = windowOf('clinician');
  const told = await nurse.shows('You said, we can’t, because');
  await told.getByText(because).waitFor();
  await pictureOf(told, '44-nurse-told');
  const inbox = await browser.newPage();
  await inbox.goto(`http://127.0.0.1:${place.port}/local/inbox`);
  expect(await inbox.getByText(because).count()).toBeGreaterThanOrEqual(2);
  await inbox.close();
  await press(told, 'No, it did not help');
  await told.getByRole('textbox').last().fill('We still walk to the other ward.');
  await press(told, 'Open it again');
  await pictureOf(await nurse.shows('open again'), '45-nurse-open-again');
  const lead = windowOf('lead');
  await lead.say('issues');
  await pictureOf(await lead.shows('Label printers'), '46-lead-open-again');
});
