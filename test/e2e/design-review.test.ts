/** A design review from the lead's first card to what the nurse is told, as people do it in their windows. */

import type { Browser, Locator } from 'playwright-core';
import { type Day, dayOf, instantOf, plusDays } from '../../src/domain/instant';
import { ChatWindow, openBrowser, pictureOf, press } from './chat-window';
import { type DemoPlace, DemoProcess, demoPlace } from './demo-process';

let place: DemoPlace;
let demo: DemoProcess;
let browser: Browser;
let windows: readonly ChatWindow[];

const title = 'The second check on the drug round';
const question = 'Who makes the second check?';
const options = ['A second nurse scans', 'The nurse types a password'] as const;
const consequence = 'No new scanners, and twenty seconds more for each drug.';
const unsafe = 'A password is typed for somebody else who has no time to look.';
const notAHazard = 'The screen asks for the second nurse’s own card since June.';
const because = 'Too few could vote, so we begin on two wards and ask again.';
/** Ballots go to everybody in the staff group, one of whom has a window. */
const untilAllAreAskedMs = 120_000;

beforeAll(async () => {
  place = await demoPlace(['safety']);
  [demo, browser] = await Promise.all([DemoProcess.start(place), openBrowser()]);
  windows = await Promise.all(
    [0, 1, 2, 3].map((index) => ChatWindow.open(browser, `http://localhost:${place.windowsPort + index}`)),
  );
});
afterAll(async () => {
  await browser?.close();
  await demo?.end('SIGKILL');
  place?.folder.remove();
});

function windowOf(who: 'clinician' | 'lead' | 'sro' | 'safety'): ChatWindow {
  const window = windows[['clinician', 'lead', 'sro', 'safety'].indexOf(who)];
  if (!window) throw new Error(`no window of the ${who}`);
  return window;
}

async function choose(card: Locator, name: string, option: string): Promise<void> {
  await card.getByRole('combobox', { name }).click();
  await card.page().getByRole('option', { name: option }).click();
}

async function fillOption(card: Locator, index: 0 | 1, meaning: string): Promise<void> {
  await card.getByLabel('The option in a few words').fill(options[index]);
  await card.getByLabel('What it means for those who work with it').fill(meaning);
  await choose(card, 'Whose option is it?', index === 0 ? 'Subject expert' : 'Supplier');
  await card.getByLabel('Their name').fill(index === 0 ? 'Ada Okafor' : 'Sam Supplier');
  await card.getByText('Nursing and Midwifery Registered').click();
}

/** The lead looks again until the votes are counted. */
async function closedReview(lead: ChatWindow): Promise<Locator> {
  const closed = lead.card('Waits for its decision');
  for (let looks = 1; looks <= 15 && (await closed.count()) === 0; looks += 1) {
    await lead.say('reviews');
    await closed.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  return lead.shows('Waits for its decision');
}

const inDays = (days: number): Day => dayOf(plusDays(instantOf(Date.now()), days));

test('the lead sets a review up a step at a time', async () => {
  const lead = windowOf('lead');
  await lead.say('new review');
  const about = await lead.shows('What is it about?');
  await choose(about, 'Workflow', 'The drug round');
  await about.getByLabel('Title of the review').fill(title);
  await about.getByLabel('The question people answer').fill(question);
  await pictureOf(about, '51-lead-review-about');
  await press(about, 'Save and go on');
  const proposal = await lead.shows('What is proposed?');
  await proposal.getByLabel('What is it?').fill('Drug round screens');
  await proposal.getByLabel('Version').fill('3.2');
  await press(proposal, 'Save and go on');
  const pictures = await lead.shows('What can be looked at?');
  await pictures.getByLabel('Or a short table').fill('Second check | On paper | On the screen');
  await pictureOf(pictures, '52-lead-review-pictures');
  await press(pictures, 'Save and go on');
  const first = await lead.shows('Option 1');
  await fillOption(first, 0, 'Two nurses for every drug; nothing is typed.');
  await pictureOf(first, '53-lead-review-option');
  await press(first, 'Save and go on');
  const second = await lead.shows('Option 2');
  await fillOption(second, 1, '');
  await press(second, 'Save and go on');
  const people = await lead.shows('Who worked on the options?');
  await people.getByLabel('From the frontline').fill('Ada Okafor');
  await people.getByLabel('From the supplier').fill('Sam Supplier');
  await press(people, 'Save and go on');
  await press(await lead.shows('Who votes by name?'), 'Save and go on');
  const decision = await lead.shows('Who decides, and when?');
  await decision.getByLabel('Last day to vote').fill(inDays(7));
  await decision.getByLabel('Look at it again on').fill(inDays(100));
  await pictureOf(decision, '54-lead-review-decision');
  await press(decision, 'Save and go on');
  await lead.shows(`Design review: ${title}`);
});

test('it does not open without a consequence, which is named; with it, it opens', async () => {
  const lead = windowOf('lead');
  await press(await lead.shows(`Design review: ${title}`), 'Open it: ask people now');
  const refused = await lead.shows('It cannot open yet.');
  await refused.getByText(`Option 2, ${options[1]}: its consequence`).waitFor();
  await pictureOf(refused, '55-lead-review-refused');
  await press(refused, 'Add it');
  const option = await lead.shows('Option 2');
  await option.getByLabel('What it means for those who work with it').fill(consequence);
  await press(option, 'Save and see it all');
  const ready = await lead.shows('Nothing is missing: it can open.');
  await pictureOf(ready, '56-lead-review-ready');
  await press(ready, 'Open it: ask people now');
  await pictureOf(await lead.shows('It is open: people are asked from now on'), '57-lead-review-open');
});

test('the nurse votes in two taps, and says why one of them is unsafe', async () => {
  const nurse = windowOf('clinician');
  await nurse.card(question).waitFor({ timeout: untilAllAreAskedMs });
  const ballot = await nurse.shows('Step 1 of 2');
  await pictureOf(ballot, '58-nurse-ballot');
  await press(ballot, `A. ${options[0]}`);
  const works = await nurse.shows('Step 2 of 2');
  await pictureOf(works, '59-nurse-works');
  await press(works, 'Works with changes');
  const recorded = await nurse.shows('You can change your vote until');
  await pictureOf(recorded, '60-nurse-voted');
  await press(recorded, 'Unsafe, because …');
  const form = await nurse.shows('Why is it unsafe?');
  await form.getByLabel('Why is it unsafe?').fill(unsafe);
  await pictureOf(form, '61-nurse-unsafe');
  await press(form, 'Send to the clinical safety officer');
  await pictureOf(await nurse.shows('The clinical safety officer has been told'), '62-nurse-unsafe-sent');
});

test('the safety officer is alerted and answers, and the nurse is told', async () => {
  const safety = windowOf('safety');
  const alert = await safety.shows(unsafe);
  await pictureOf(alert, '63-safety-alerted');
  await press(alert, 'Not a hazard, because …');
  await alert.getByLabel('Why it is no hazard').fill(notAHazard);
  await press(alert, 'Close as not a hazard');
  await pictureOf(await safety.shows('Closed by'), '64-safety-closed');
  await pictureOf(await windowOf('clinician').shows(notAHazard), '65-nurse-told-by-safety');
});

test('the lead closes the review, and the SRO decides', async () => {
  const lead = windowOf('lead');
  await lead.say('reviews');
  const list = await lead.shows('Design reviews');
  await pictureOf(list, '66-lead-reviews');
  await list.getByRole('button', { name: 'Open', exact: true }).first().click();
  const standing = await lead.shows('Open to votes');
  await pictureOf(standing, '67-lead-review-standing');
  await press(standing, 'Close it now');
  await lead.shows('It closes now.');
  await pictureOf(await closedReview(lead), '68-lead-review-closed');
  const sro = windowOf('sro');
  await sro.say('what waits for me');
  const desk = await sro.shows('Design review to decide');
  await pictureOf(desk, '69-sro-what-waits');
  await desk.getByRole('button', { name: 'Open', exact: true }).last().click();
  const card = await sro.shows(`Decide: ${title}`);
  await card.getByLabel('Why? Everybody who voted reads this.').fill(because);
  await card.getByLabel(options[0]).check();
  await expect(card.getByLabel(options[0]).isChecked()).resolves.toBe(true);
  await pictureOf(card, '70-sro-review');
  await press(card, 'Approve the option');
  await pictureOf(await sro.shows('It is decided.'), '71-sro-review-decided');
});

test('the nurse is told what was decided, and why', async () => {
  const nurse = windowOf('clinician');
  const told = nurse.card('What came of your vote');
  await told.waitFor({ timeout: untilAllAreAskedMs });
  await told.getByText(because).waitFor();
  await pictureOf(told, '72-nurse-review-told');
});
