/** A lead sets a pulse up in the chat window, card by card, tries it, and plans it. */

import type { Browser } from 'playwright-core';
import { addDays } from '../../src/domain/calendar/local-time';
import { dayOf, instantOf } from '../../src/domain/instant';
import { ChatWindow, openBrowser, pictureOf, press } from './chat-window';
import { type DemoPlace, DemoProcess, demoPlace } from './demo-process';

let place: DemoPlace;
let demo: DemoProcess;
let browser: Browser;
let lead: ChatWindow;

beforeAll(async () => {
  place = await demoPlace();
  [demo, browser] = await Promise.all([DemoProcess.start(place), openBrowser()]);
  lead = await ChatWindow.open(browser, `http://localhost:${place.windowsPort + 1}`);
});
afterAll(async () => {
  await browser?.close();
  await demo?.end('SIGKILL');
  place?.folder.remove();
});

test('the questions: one of confidence, one of the bank, one in the lead’s own words', async () => {
  await lead.say('new pulse');
  const questions = await lead.shows('What do you want to ask?');
  await questions.getByText('What would make you more confident?').click();
  await pictureOf(questions, '80-lead-pulse-questions');
  await press(questions, 'My own words');
  const own = await lead.shows('In your own words');
  await own.getByLabel('Question 1 in your own words').fill('There is cover for my ward while I train.');
  await own.getByRole('combobox', { name: 'How question 1 is answered' }).click();
  await own.page().getByRole('option', { name: 'I agree or disagree' }).click();
  await pictureOf(own, '81-lead-pulse-own-words');
  await press(own, 'Save and go on');
  await lead.shows('asks one of these questions, and is open until');
});

test('who is asked is counted at once, and a group is left out with its reason', async () => {
  const audience = await lead.shows('Who is asked?');
  await audience.getByText('Nursing and midwifery (').click();
  await press(audience, 'Count them');
  await pictureOf(await lead.shows(/[\d,]+ people of [\d,]+ are asked/), '82-lead-pulse-audience');
  await press(audience, 'Leave a group out');
  const out = await lead.shows('Who is left out, and why?');
  await out.getByRole('combobox', { name: 'Leave out: where' }).click();
  await out.page().getByRole('option', { name: 'St Brannoc' }).click();
  await press(out, 'Save and go on');
  await lead.shows('Say why they are left out');
  await out.getByLabel('Why are they left out?').fill('They moved to the new building this week.');
  await pictureOf(out, '83-lead-pulse-left-out');
  await press(out, 'Save and go on');
});

test('it is planned for later, tried without recording anything, and confirmed', async () => {
  const when = await lead.shows('When is it asked?');
  await when.getByText('Again and again').click();
  await press(when, 'Save and go on');
  const often = await lead.shows('How often?');
  // After the last wave of the demo's own pulse, which asks the same question.
  const from = addDays(dayOf(instantOf(Date.now())), 75);
  await often.getByLabel('For the first time').fill(from);
  await pictureOf(often, '84-lead-pulse-how-often');
  await press(often, 'Save and go on');
  const whole = await lead.shows('Nothing is in the way.');
  await whole.getByText('They moved to the new building this week.').waitFor();
  await pictureOf(whole, '85-lead-pulse-whole');
  await press(whole, 'Preview to me');
  const preview = await lead.shows('This is a preview: nothing is recorded.');
  await pictureOf(preview, '86-lead-pulse-preview');
  await press(preview, 'Very confident');
  await press(await lead.shows('Question 2 of 3'), 'Skip');
  await press(await lead.shows('Question 3 of 3'), 'Agree');
  await press(await lead.shows('That was the preview. Nothing was recorded.'), 'Confirm');
  const planned = await lead.shows('It is planned.');
  await planned.getByText('Next run:').waitFor();
  await pictureOf(planned, '87-lead-pulse-planned');
});

test('another one, of a question that no open wave asks, goes out at once', async () => {
  await lead.say('new pulse');
  const questions = await lead.shows('What do you want to ask?');
  await questions.getByText('How confident are you that your team is ready?').click();
  await press(questions, 'Save and go on');
  await press(await lead.shows('Who is asked?'), 'Save and go on');
  await press(await lead.shows('When is it asked?'), 'Save and go on');
  const whole = await lead.shows('Nothing is in the way.');
  await whole.getByRole('button', { name: /^Confirm: ask [\d,]+ people now$/ }).click();
  await lead.shows(/It is open: [\d,]+ people are asked from now on\./);
});
