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

  // The first blocks that reach into the window: one of them will outlive the change and say how far things moved.
  const landmarks = () => {
    const found = [];
    for (const block of document.querySelectorAll(BLOCKS)) {
      const box = block.getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0) found.push({ block, top: box.top });
      if (found.length === 30) break;
    }
    return found;
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
    const mark = marks.find(({ block }) => block.isConnected);
    if (mark && window.scrollY > 0) {
      const shift = mark.block.getBoundingClientRect().top - mark.top;
      if (Math.abs(shift) > 0.5) window.scrollBy({ left: 0, top: shift, behavior: "instant" });
    }
    return ground();
  };

  window.makala = { show, ground };
})();
