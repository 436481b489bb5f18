// Holds pages of a bundle against axe-core in the system's Chromium, without any network.
// Arguments: the browser, "thorough" or "quick", then page files. Thorough looks at each page light and dark, wide and
// at 320 pixels; quick looks at it dark and narrow.
// Prints one JSON document: [{"page", "scheme", "width", "rule", "help", "target"}].
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, how, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const found = [];

const schemes = how === "quick" ? ["dark"] : ["light", "dark"];
const widths = how === "quick" ? [320] : [1280, 320];
for (const colorScheme of schemes) {
  for (const width of widths) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await context.setOffline(true);
    const tab = await context.newPage();
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        found.push({ page: tab.url(), scheme: colorScheme, width, rule: "network", help: request.url(), target: "" });
      }
    });
    for (const page of pages) {
      await tab.goto(pathToFileURL(page).href);
      await tab.evaluate(axe);
      const result = await tab.evaluate(() =>
        window.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      for (const violation of result.violations) {
        for (const node of violation.nodes) {
          found.push({ page, scheme: colorScheme, width, rule: violation.id, help: violation.help, target: String(node.target) });
        }
      }
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) {
        found.push({ page, scheme: colorScheme, width, rule: "reflow", help: `${overflow} pixels too wide`, target: "html" });
      }
    }
    await context.close();
  }
}
await browser.close();
process.stdout.write(JSON.stringify(found));
