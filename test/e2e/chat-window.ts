/** One person's Playground window in a real browser. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const folder = join(__dirname, '../../artifacts/e2e');
const patienceMs = 30_000;
const size = { width: 1_280, height: 900 };

/** Debian's chromium, which phones nobody. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export class ChatWindow {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, address: string): Promise<ChatWindow> {
    const page = await browser.newPage({ viewport: size, locale: 'en-GB' });
    page.setDefaultTimeout(patienceMs);
    await page.goto(address);
    // Its lines repeat what is in the cards.
    await page.getByTitle('Hide log panel').click();
    return new ChatWindow(page);
  }

  /** The latest card that holds this text. */
  card(text: string | RegExp): Locator {
    return this.page.locator('.ac-preview-panel').filter({ hasText: text }).last();
  }

  cards(): Locator {
    return this.page.locator('.ac-preview-panel');
  }

  /** Waits until a card that holds this text is there. */
  async shows(text: string | RegExp): Promise<Locator> {
    const card = this.card(text);
    await card.waitFor();
    return card;
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox').last().fill(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Opens the page anew, as a person does who is not sure that it still works: the Playground forgets its history. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.getByTitle('Hide log panel').click();
  }

  /** Kept as an artefact to be looked at, like every picture. */
  async picture(name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}

/** The whole card, however tall: the window is made high enough for it, so that nothing lies above it. */
export async function pictureOf(card: Locator, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const page = card.page();
  await page.setViewportSize({ ...size, height: 3_000 });
  await card.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(size);
}

export async function press(card: Locator, name: string): Promise<void> {
  await card.getByRole('button', { name, exact: true }).click();
}
