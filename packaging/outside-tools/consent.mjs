// Plays readers who meet the consent notice of a page, and reports what happened to each.
// Arguments: the browser, a page file with a notice that has an analytics address.
// Prints one JSON document: {case: facts}.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const facts = {};

async function reader(name, options, play) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
  const asked = [];
  await context.route(/^https?:/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/javascript", body: "window.counted = true;" });
  });
  const tab = await context.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  if (options.blocked) {
    await tab.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    });
  }
  await tab.goto(pathToFileURL(page).href);
  facts[name] = { ...(await play(tab)), asked, errors };
  await context.close();
}

const look = (tab) =>
  tab.evaluate(() => {
    let stored = null;
    try { stored = localStorage.length; } catch (error) { stored = "blocked"; }
    const notice = document.getElementById("consent");
    const box = notice.getBoundingClientRect();
    return {
      bar: getComputedStyle(notice).position === "fixed",
      last: notice === document.body.lastElementChild,
      stored,
      cookies: document.cookie,
      buttons: [...notice.querySelectorAll("button")].map((button) => {
        const size = button.getBoundingClientRect();
        const style = getComputedStyle(button);
        return [Math.round(size.width), Math.round(size.height), style.color, style.backgroundColor, style.fontWeight];
      }),
      room: parseFloat(getComputedStyle(document.body).paddingBottom) >= box.height - 1,
    };
  });
const press = (tab, choice) => tab.click(`button[data-choice=${choice}]`);

await reader("before", {}, look);
await reader("noscript", { javaScriptEnabled: false }, async (tab) => ({
  bar: (await tab.locator("#consent").evaluate((notice) => getComputedStyle(notice).position)) === "fixed",
}));
await reader("declined", {}, async (tab) => {
  await press(tab, "declined");
  await tab.reload();
  return look(tab);
});
await reader("accepted", {}, async (tab) => {
  await press(tab, "accepted");
  await tab.waitForFunction(() => window.counted);
  await tab.reload();
  await tab.waitForFunction(() => window.counted);
  return look(tab);
});
await reader("blocked", { blocked: true }, async (tab) => {
  const before = await look(tab);
  await press(tab, "declined");
  return { ...(await look(tab)), before };
});
await reader("keyboard", {}, async (tab) => {
  const seen = [];
  let covered = 0;
  for (let step = 0; step < 80; step += 1) {
    await tab.keyboard.press("Tab");
    const at = await tab.evaluate(() => {
      const element = document.activeElement;
      const notice = document.getElementById("consent");
      const box = element.getBoundingClientRect();
      const hidden = !notice.contains(element) && element !== document.body && box.top >= notice.getBoundingClientRect().top;
      return { name: element.tagName, choice: element.dataset.choice || "", hidden };
    });
    covered += at.hidden ? 1 : 0;
    seen.push(at.choice || at.name);
  }
  return { reaches: seen.includes("declined") && seen.includes("accepted"), leaves: seen.indexOf("A", seen.indexOf("accepted")) > 0 || seen.includes("BODY"), covered };
});

await browser.close();
process.stdout.write(JSON.stringify(facts));
