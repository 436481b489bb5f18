// Brings the page on screen to a newer state of itself without loading it again: unchanged elements stay the very
// elements they were (pictures do not blink), and what the reader of the preview looks at stays where it is.
// Runs in a world of its own; the page's own script is never run in the preview.
(() => {
  if (window.makala) return;

  const BLOCKS = "h1,h2,h3,h4,h5,h6,p,li,figure,blockquote,pre,table,time,footer";
  const OWN_STATE = new Set(["open", "style"]); // what the person did on the page, or this script
  const LOOK_AHEAD = 40;

  const patchAttributes = (from, to) => {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !OWN_STATE.has(name)) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value && !OWN_STATE.has(name)) from.setAttribute(name, value);
    }
  };

  const alike = (a, b) =>
    a.nodeType === b.nodeType &&
    a.nodeName === b.nodeName &&
    (a.nodeType !== Node.ELEMENT_NODE || (a.id === b.id && a.getAttribute("src") === b.getAttribute("src")));

  const patchNode = (from, to) => {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
      return;
    }
    patchAttributes(from, to);
    patchChildren(from, to);
  };

  const indexOfEqual = (nodes, start, end, wanted) => {
    const stop = Math.min(end, start + LOOK_AHEAD);
    for (let index = start; index < stop; index += 1) if (nodes[index].isEqualNode(wanted)) return index;
    return -1;
  };

  const patchChildren = (from, to) => {
    const old = [...from.childNodes];
    const fresh = [...to.childNodes];
    let start = 0;
    let oldEnd = old.length;
    let freshEnd = fresh.length;
    while (start < oldEnd && start < freshEnd && old[start].isEqualNode(fresh[start])) start += 1;
    while (oldEnd > start && freshEnd > start && old[oldEnd - 1].isEqualNode(fresh[freshEnd - 1])) {
      oldEnd -= 1;
      freshEnd -= 1;
    }
    const after = old[oldEnd] ?? null;
    let at = start;
    for (let index = start; index < freshEnd; index += 1) {
      const wanted = fresh[index];
      const same = indexOfEqual(old, at, oldEnd, wanted);
      if (same >= 0) {
        while (at < same) old[at++].remove();
        at += 1;
      } else if (
        at < oldEnd &&
        alike(old[at], wanted) &&
        (oldEnd - at >= freshEnd - index || indexOfEqual(fresh, index + 1, freshEnd, old[at]) < 0)
      ) {
        patchNode(old[at], wanted);
        at += 1;
      } else {
        from.insertBefore(wanted, at < oldEnd ? old[at] : after);
      }
    }
    while (at < oldEnd) old[at++].remove();
  };

  // The first blocks that reach into the window, with their words: one of them will say how far things moved.
  const landmarks = () => {
    const found = [];
    for (const block of document.querySelectorAll(BLOCKS)) {
      const box = block.getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0) found.push({ block, top: box.top, words: block.textContent });
      if (found.length === 30) break;
    }
    return found;
  };

  // Whether `now` is `then` with something typed into it or taken out of it, and not another block's words.
  const isStill = (then, now) => {
    const least = Math.min(then.length, now.length);
    let start = 0;
    while (start < least && then[start] === now[start]) start += 1;
    let end = 0;
    while (end < least - start && then[then.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    return start + end >= least * 0.8;
  };

  // How far the landmarks moved: by the first that is still itself, else by its words elsewhere, else by its element.
  const shiftOf = (marks) => {
    const moved = ({ block, top }) => block.getBoundingClientRect().top - top;
    const stayed = marks.filter(({ block }) => block.isConnected);
    if (stayed.some(({ block, words }) => block.textContent === words)) {
      return moved(stayed.find(({ block, words }) => isStill(words, block.textContent)));
    }
    const byWords = new Map([...document.querySelectorAll(BLOCKS)].map((block) => [block.textContent, block]));
    for (const { top, words } of marks) {
      if (words.trim() && byWords.has(words)) return byWords.get(words).getBoundingClientRect().top - top;
    }
    return stayed.length ? moved(stayed[0]) : 0;
  };

  // What the window paints where the page does not reach, as #rrggbb.
  const ground = () => {
    for (const element of [document.body, document.documentElement]) {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g);
      if (parts && (parts.length < 4 || Number(parts[3]) > 0)) {
        return "#" + parts.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, "0")).join("");
      }
    }
    return "";
  };

  const show = (html, keepPlace) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const marks = keepPlace ? landmarks() : [];
    const root = document.documentElement;
    root.style.overflowAnchor = "none"; // the browser's own anchoring would answer the same shift a second time
    patchAttributes(root, next.documentElement);
    if (!document.head.isEqualNode(next.head)) patchChildren(document.head, next.head);
    patchNode(document.body, next.body);
    if (!keepPlace) {
      window.scrollTo({ left: 0, top: 0, behavior: "instant" });
      return ground();
    }
    const shift = window.scrollY > 0 ? shiftOf(marks) : 0;
    if (Math.abs(shift) > 0.5) window.scrollBy({ left: 0, top: shift, behavior: "instant" });
    return ground();
  };

  window.makala = { show, ground };
})();
