// Holds pages of a bundle against axe-core in the system's Chromium, without any network.
// Arguments: the browser, "thorough" or "quick", then page files. Thorough looks at each page light and dark, wide and
// at 320 pixels; quick looks at it dark and narrow.
// Ends with a word about the page on which it failed, and what it had found.
// Prints one JSON document: [{"page", "scheme", "width", "rule", "help", "target"}].
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, how, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const found = [];

// Opens a page and returns its tab. On a busy machine the browser at times never tells that a page has loaded, and in
// another tab the same page loads at once: so each is tried twice before it fails, with what it waited for.
async function opened(page, how, context, last) {
  for (let tab = last; ; tab = null) {
    tab ??= await context.newPage();
    tab.removeAllListeners();
    const waiting = new Set();
    tab.on("request", (request) => {
      waiting.add(request.url());
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        found.push({ page, ...how, rule: "network", help: request.url(), target: "" });
      }
    });
    for (const end of ["requestfinished", "requestfailed"]) tab.on(end, (request) => waiting.delete(request.url()));
    try {
      await tab.goto(pathToFileURL(page).href);
      return tab;
    } catch (error) {
      await tab.close();
      if (tab !== last) throw new Error(`it did not load; waiting for ${[...waiting].join(", ")}`, { cause: error });
    }
  }
}

async function judge(page, how, tab) {
  await tab.evaluate(axe);
  const result = await tab.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  for (const violation of result.violations) {
    for (const node of violation.nodes) {
      found.push({ page, ...how, rule: violation.id, help: violation.help, target: String(node.target) });
    }
  }
  const wide = await tab.evaluate(tooWide);
  if (wide) found.push({ page, ...how, rule: "reflow", ...wide });
}

// Runs in the page. The size of the window reaches a busy page late, so what is too wide must be so in frames that follow.
async function tooWide() {
  const root = document.documentElement;
  for (let frame = 0; frame < 20 && root.scrollWidth > window.innerWidth; frame += 1) {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 25)));
  }
  const over = root.scrollWidth - window.innerWidth;
  if (over <= 0) return null;
  const boxes = [...document.body.querySelectorAll("*")].map((one) => [one, one.getBoundingClientRect()]);
  const [worst] = boxes.sort(([, a], [, b]) => Math.max(b.right, -b.left) - Math.max(a.right, -a.left))[0] ?? [root];
  return { help: `${over} pixels too wide for ${window.innerWidth}`, target: worst.outerHTML.slice(0, 200) };
}

const schemes = how === "quick" ? ["dark"] : ["light", "dark"];
const widths = how === "quick" ? [320] : [1280, 320];
for (const colorScheme of schemes) {
  for (const width of widths) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await context.setOffline(true);
    let tab = await context.newPage();
    for (const page of pages) {
      const how = { scheme: colorScheme, width };
      try {
        tab = await opened(page, how, context, tab);
        await judge(page, how, tab);
      } catch (error) {
        throw new Error(`${page} (${colorScheme}, ${width}); found before: ${JSON.stringify(found)}`, { cause: error });
      }
    }
    await context.close();
  }
}
await browser.close();
process.stdout.write(JSON.stringify(found));
