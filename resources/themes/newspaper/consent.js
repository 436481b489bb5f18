// The consent notice. Nothing is stored and nothing is loaded before a choice; declining is one press, as accepting is.
(function () {
  "use strict";
  var KEY = "makala-consent";
  var notice = document.getElementById("consent");
  if (!notice) {
    return;
  }
  var address = notice.getAttribute("data-analytics");
  var isLoaded = false;

  // Storage may be switched off by the reader; then a choice lasts as long as the page.
  function read() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (error) {
      return null;
    }
  }

  function write(choice) {
    try {
      window.localStorage.setItem(KEY, choice);
    } catch (error) {
      return;
    }
  }

  function load() {
    if (!address || isLoaded) {
      return;
    }
    isLoaded = true;
    var script = document.createElement("script");
    script.src = address;
    script.async = true;
    document.head.appendChild(script);
  }

  // While the bar stands over the page's foot, the page ends above it and focus scrolls clear of it.
  function makeRoom() {
    var isBar = notice.classList.contains("is-bar");
    document.documentElement.style.setProperty("--covered", isBar ? notice.offsetHeight + "px" : "");
  }

  // After a choice the notice is the page's last section again, where the choice can be changed.
  function show(choice) {
    notice.classList.toggle("is-bar", !choice);
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-choice") === choice));
    });
    makeRoom();
  }

  var buttons = Array.prototype.slice.call(notice.querySelectorAll("button[data-choice]"));
  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      var choice = button.getAttribute("data-choice");
      write(choice);
      show(choice);
      if (choice === "accepted") {
        load();
      }
    });
  });

  var known = read();
  var choice = known === "declined" || (known === "accepted" && address) ? known : "";
  show(choice);
  if (choice === "accepted") {
    load();
  }
  window.addEventListener("resize", makeRoom);
})();
