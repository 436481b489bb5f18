// Searches the edition's articles on the reader's own device. The parts of the index are loaded once somebody begins to
// search; nothing leaves the page.
(function (root) {
  "use strict";

  // Folds text as the newsroom's own search does: case, width, accents, Arabic and Hebrew marks, kana. What is no
  // letter, mark or digit parts words.
  var DROPPED = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
  var SAME = { "đ": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "ς": "σ", "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "ی": "ي", "ى": "ي", "ک": "ك", "ٱ": "ا", "ة": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۀ": "ه" };
  var SAMES = /[đıłøßς’ʼ‘ʻیىکٱةەھہۀ]/g;
  var HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
  // Scripts that put no spaces between words, and how many letters of one are looked for together.
  var UNSPACED = /[\u30a1-\u30ff]+|[\u2e80-\u2fff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+/gu;
  var MOST_SHOWN = 60;

  function fold(text) {
    var plain = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(DROPPED, "");
    plain = plain.replace(SAMES, function (letter) { return SAME[letter]; });
    plain = plain.replace(HIRAGANA, function (kana) { return String.fromCharCode(kana.charCodeAt(0) + 0x60); });
    plain = plain.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}']+/gu, " ");
    return plain.replace(/(^|\s)'+|'+(?=\s|$)/g, " ").trim().replace(/\s+/g, " ");
  }

  // Returns what a question asks for: words, each whole or the beginning of one; where a script has no spaces, every two
  // letters of a run that follow one another (three of Thai and its neighbours).
  function asked(question) {
    var found = [];
    fold(question).split(" ").forEach(function (word) {
      if (!word) {
        return;
      }
      var rest = word.replace(UNSPACED, function (run) {
        var letters = Array.from(run);
        var many = Math.min(letters.length, run.charCodeAt(0) < 0x2000 ? 3 : 2);
        for (var start = 0; start + many <= letters.length; start += 1) {
          found.push({ text: letters.slice(start, start + many).join(""), isInside: true });
        }
        return " ";
      });
      rest.split(" ").forEach(function (part) {
        if (part) {
          found.push({ text: part, isInside: rest !== word });
        }
      });
    });
    return found;
  }

  // Says how well one word fits `folded`, text that begins and ends with a space: whole, beginning, inside, not at all.
  function fit(folded, word) {
    if (word.isInside) {
      return folded.indexOf(word.text) < 0 ? 0 : 3;
    }
    if (folded.indexOf(" " + word.text + " ") >= 0) {
      return 3;
    }
    if (folded.indexOf(" " + word.text) >= 0) {
      return 2;
    }
    return word.text.length > 2 && folded.indexOf(word.text) >= 0 ? 1 : 0;
  }

  // Returns the articles of `index` that have every word, the best first: what a headline says counts most.
  function search(index, question) {
    var words = asked(question);
    var whole = fold(question);
    var found = [];
    if (words.length) {
      index.forEach(function (one) {
        var points = one.headline.indexOf(whole) >= 0 ? 8 : one.text.indexOf(whole) >= 0 ? 2 : 0;
        for (var at = 0; at < words.length; at += 1) {
          var best = Math.max(6 * fit(one.headline, words[at]), 2 * fit(one.words, words[at]), fit(one.text, words[at]));
          if (!best) {
            return;
          }
          points += best / words.length;
        }
        found.push({ points: points, row: one.row });
      });
    }
    found.sort(function (a, b) {
      return b.points - a.points || (a.row[4] < b.row[4] ? 1 : a.row[4] > b.row[4] ? -1 : a.row[0] < b.row[0] ? -1 : 1);
    });
    return found.map(function (one) { return one.row; });
  }

  function indexed(row) {
    return { row: row, headline: " " + fold(row[1]) + " ", text: " " + fold(row[2]) + " ", words: " " + fold(row[3]) + " " };
  }

  root.makalaSearch = { fold: fold, search: search, indexed: indexed };
  if (!root.document) {
    return;
  }

  var box = document.querySelector(".search[data-parts]");
  if (!box) {
    return;
  }
  var field = document.getElementById("search-words");
  var state = document.getElementById("search-state");
  var list = box.querySelector(".results");
  var label = box.querySelector(".search-label");
  var parts = box.getAttribute("data-parts").split(" ").filter(Boolean);
  var digits = Array.from(box.getAttribute("data-digits"));
  var index = [];
  var isAsked = false;
  var missing = 0;
  var waiting = 0;
  var timer = 0;

  // Each part pushes its articles; those that came before this script are there already.
  var came = root.makalaIndex || [];
  root.makalaIndex = { push: function (rows) { index = index.concat(rows.map(indexed)); } };
  came.forEach(root.makalaIndex.push);

  function load() {
    if (isAsked) {
      return;
    }
    isAsked = true;
    waiting = parts.length;
    parts.forEach(function (address) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () { waiting -= 1; answer(); };
      script.onerror = function () { waiting -= 1; missing += 1; answer(); };
      document.head.appendChild(script);
    });
  }

  function written(number) {
    return String(number).replace(/\d/g, function (digit) { return digits[Number(digit)] || digit; });
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) {
      made.className = className;
    }
    return made;
  }

  // An article that is in another language says so, and runs its way: the first letter, of a foreign name, would not do.
  function item(row) {
    var made = document.createElement("li");
    var link = element("a", row[1]);
    link.href = box.getAttribute("data-root") + row[0].split("/").map(encodeURIComponent).join("/") + "/index.html";
    var headline = element("h2", "");
    headline.appendChild(link);
    [headline, row[2] ? element("p", row[2], "summary") : null].forEach(function (part) {
      if (part) {
        part.lang = row[6] || box.getAttribute("data-lang");
        part.dir = row[8] || document.documentElement.dir;
        made.appendChild(part);
      }
    });
    if (row[7]) {
      var mark = label.cloneNode(true);
      mark.hidden = false;
      made.insertBefore(mark, headline.nextSibling);
    }
    if (row[5]) {
      var day = element("time", row[5], "sans");
      day.dateTime = row[4];
      made.insertBefore(day, headline);
    }
    return made;
  }

  function answer() {
    var question = field.value;
    list.textContent = "";
    if (!question.trim()) {
      state.textContent = "";
      return;
    }
    if (waiting) {
      return;
    }
    var found = search(index, question);
    found.slice(0, MOST_SHOWN).forEach(function (row) { list.appendChild(item(row)); });
    var said = found.length > MOST_SHOWN ? "data-first" : found.length ? "data-found" : "data-none";
    var text = state.getAttribute(said).replace("{count}", written(found.length)).replace("{first}", written(MOST_SHOWN));
    state.textContent = missing ? state.getAttribute("data-failed") + " " + text : text;
  }

  // The question is kept in the address, so that going back from an article shows what was found.
  function keep() {
    try {
      root.history.replaceState(null, "", "#" + encodeURIComponent(field.value));
    } catch (error) {
      return;
    }
  }

  function ask() {
    root.clearTimeout(timer);
    timer = root.setTimeout(function () { load(); keep(); answer(); }, 150);
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", ask);
  field.addEventListener("search", ask);
  box.hidden = false;
  try {
    field.value = decodeURIComponent(root.location.hash.slice(1));
  } catch (error) {
    field.value = "";
  }
  if (field.value) {
    load();
  }
})(typeof window === "undefined" ? globalThis : window);
