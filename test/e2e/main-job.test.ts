/** The main job as three people do it in their windows, with the demo as it is started for anybody. */

import type { Browser, Locator } from 'playwright-core';
import { ChatWindow, openBrowser, pictureOf, press } from './chat-window';
import { allFree, type DemoPlace, DemoProcess, demoPlace, portsOf } from './demo-process';

let place: DemoPlace;
let demo: DemoProcess;
let browser: Browser;
let clinician: ChatWindow;
let lead: ChatWindow;
let sro: ChatWindow;

beforeAll(async () => {
  place = await demoPlace();
  [demo, browser] = await Promise.all([DemoProcess.start(place), openBrowser()]);
  const addresses = [...demo.output.matchAll(/http:\/\/localhost:\d+/g)].map(String);
  [clinician, lead, sro] = (await Promise.all(
    addresses.map((address) => ChatWindow.open(browser, address)),
  )) as [ChatWindow, ChatWindow, ChatWindow];
});
afterAll(async () => {
  await browser?.close();
  await demo?.end('SIGKILL');
  place?.folder.remove();
});

const comment = 'One computer for the whole clinic is not enough.';
const escalationTitle = /Confidence is below the floor in \d groups?/;
const rationale = 'They asked for people beside them, not for another course.';

test('each window greets its person once: with what waits for them, else with what can be sent', async () => {
  const waiting = await clinician.shows('How confident are you');
  await waiting.getByText('Synthetic data: invented people and places.').waitFor();
  await (await lead.shows('What you can send me')).getByText('close wave').waitFor();
  await (await sro.shows('Go-live, phase 1')).getByText('Verdict: not met').waitFor();
  for (const window of [clinician, lead, sro]) expect(await window.cards().count()).toBe(1);
});

test('the clinician answers with a tap a question, is told who can see what, and comments', async () => {
  const first = await clinician.shows('Question 1 of 3');
  await clinician.picture('01-clinician-first-question');
  await press(first, 'Not very confident');
  const second = await clinician.shows('Question 2 of 3');
  await clinician.picture('02-clinician-second-question');
  await press(second, 'Disagree');
  const third = await clinician.shows('Question 3 of 3');
  await third.getByLabel('Computers and devices').check();
  await pictureOf(third, '03-clinician-third-question');
  await press(third, 'Save');
  const recorded = await clinician.shows('Recorded. Thank you.');
  await recorded.getByText('Who can see what').waitFor();
  await pictureOf(recorded, '04-clinician-recorded');
  await press(recorded, 'Add a comment');
  await recorded.getByLabel('Your comment').fill(comment);
  await pictureOf(recorded, '05-clinician-comment');
  await press(recorded, 'Save my comment');
  await pictureOf(await clinician.shows('Your comment is saved.'), '06-clinician-comment-saved');
});

test('the clinician changes an answer, which no card shows, and it survives a reload of the window', async () => {
  await press(await clinician.shows('Your comment is saved.'), 'Change my answers');
  const again = await clinician.shows('What you said before counts until you answer again.');
  await pictureOf(again, '07-clinician-changing');
  await press(again, 'In between');
  await pictureOf(await clinician.shows('Your change is saved.'), '08-clinician-changed');
  await clinician.reload();
  await clinician.shows('Recorded. Thank you.');
  expect(await clinician.cards().count()).toBe(1);
});

test('help lists what the bot understands, and anything else is answered with the same list', async () => {
  await clinician.say('help');
  await clinician.shows('Soundings asks staff how ready they feel');
  await clinician.say('the printer on bay 4 eats paper');
  await clinician.shows('Sorry, I did not understand that.');
  await clinician.picture('09-clinician-help-and-nonsense');
});

test('the lead closes the wave and sees where confidence is low and who has not been heard', async () => {
  await lead.say('close wave');
  const waves = await lead.shows('Open waves');
  await press(waves, 'Close this wave now');
  await pictureOf(waves, '10-lead-open-wave');
  await press(waves, 'Yes, close it now');
  await lead.picture('11-lead-closing');
  const result = await lead.shows('Who has not been heard');
  await result.getByText('Least confident group we can show').waitFor();
  await result.getByText(/groups? (is|are) below the floor/).waitFor();
  // What comes next moves the chat.
  await lead.shows(escalationTitle);
  await pictureOf(result, '12-lead-result');
  await press(result, 'Show every group');
  await result.getByText('By group, least confident first').waitFor();
  await pictureOf(result, '13-lead-result-every-group');
});

test('the lead sends the escalation on with the standard options, and the SRO gets it', async () => {
  await lead.reload();
  const preparation = await lead.shows(escalationTitle);
  expect(await lead.cards().count()).toBe(1);
  await pictureOf(preparation, '14-lead-escalation');
  await preparation.getByRole('button', { name: /^Send to / }).click();
  await pictureOf(await lead.shows('Now with'), '15-lead-sent-on');
  const question = await sro.shows('What should we do about low confidence');
  await pictureOf(question, '16-sro-question');
  await question.getByRole('button', { name: 'What else waits for you (1)' }).waitFor();
  await sro.picture('17-sro-window');
});

test('the SRO is asked for a reason, approves with one, and a second tap is told who decided', async () => {
  const elsewhere = await ChatWindow.open(browser, `http://localhost:${place.windowsPort + 2}`);
  // The gate and the escalation in one list.
  const list = await elsewhere.shows('What waits for you');
  await list.getByText('Go-live, phase 1').waitFor();
  expect(await elsewhere.cards().count()).toBe(1);
  await pictureOf(list, '17-sro-list');
  const item = list.locator('.ac-container', { hasText: 'What should we do about low confidence' }).last();
  await item.getByRole('button', { name: 'Open' }).click();
  const stale = await elsewhere.shows('Why? This goes on record');
  await stale.getByRole('button', { name: 'Back to the list' }).waitFor();
  const question = await sro.shows('Why? This goes on record');
  await choose(question, 'More floor support');
  await question.getByLabel('Why? This goes on record').fill(rationale);
  await pictureOf(question, '18-sro-about-to-approve');
  await press(question, 'Approve');
  const decided = await sro.shows('Approved: More floor support');
  await decided.getByText(rationale).first().waitFor();
  await pictureOf(decided, '19-sro-decided');
  await stale.getByLabel('Why? This goes on record').fill('Too dear.');
  await press(stale, 'Reject');
  const told = await elsewhere.shows(/before your tap, which changed nothing/);
  await told.getByText('Approved: More floor support').waitFor();
  await pictureOf(told, '20-sro-second-tap');
});

test('the lead, the clinician and those without a window are told what was decided and why', async () => {
  const toLead = await lead.shows('Staff in these groups are told as well.');
  await toLead.getByText(rationale).waitFor();
  await pictureOf(toLead, '21-lead-told');
  const toStaff = await clinician.shows('You said, we did:');
  await toStaff.getByText(rationale).waitFor();
  await clinician.picture('22-clinician-told');
  const inbox = await browser.newPage();
  await inbox.goto(`http://127.0.0.1:${place.port}/local/inbox`);
  await inbox.getByText('You said, we did:').first().waitFor();
  await inbox.getByText('delivered to nobody real').waitFor();
  await inbox.screenshot({ path: 'artifacts/e2e/23-local-inbox.png' });
});

test('ending the demo ends all of it, and a second start keeps what was done', async () => {
  expect(await demo.end('SIGINT')).toBe(0);
  await allFree(portsOf(place));
  expect(demo.output).not.toMatch(/error|warning/i);
  demo = await DemoProcess.start(place);
  expect(demo.output).not.toContain('Inventing');
  await lead.reload();
  await lead.shows('What you can send me');
  await lead.say('results');
  await lead.shows('Who has not been heard');
});

test('killed, the demo leaves no window behind', async () => {
  await demo.end('SIGKILL');
  await allFree(portsOf(place));
});

/** In a compact choice, which opens a list. */
async function choose(card: Locator, option: string): Promise<void> {
  await card.getByRole('combobox', { name: 'Option to approve' }).click();
  await card.page().getByRole('option', { name: option }).click();
}
