// Runs `/smoke.mjs` of a server in a page of a real browser: `node chromium.mjs PROGRAM URL`. What the page logs is
// printed; an error that nobody catches there ends this program too.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [executablePath, url] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "docsdk-chromium-"));
const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
try {
  const browser = await chromium.launchPersistentContext(profile, { executablePath, args, timeout: 60_000 });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.log(message.text()));
    page.on("pageerror", (error) => {
      console.error(error);
      process.exitCode = 1;
    });
    await page.goto(url);
    await page.evaluate(() => import("/smoke.mjs").then(() => undefined));
  } finally {
    await browser.close();
  }
} finally {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
