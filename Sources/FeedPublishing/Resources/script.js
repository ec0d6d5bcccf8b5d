// Keeps a feed's page current: times in the reader's own zone, and new stories as they come. The page works without it.
"use strict";
(() => {
  const list = document.getElementById("stories");
  if (!list) return;
  const words = list.dataset;
  const language = document.documentElement.lang || undefined;
  const fill = (text, name, value) => text.replace(`{${name}}`, () => value);
  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  const ago = (then, now) => {
    const seconds = (now - then) / 1000;
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (minutes < 1) return words.now;
    if (minutes === 1) return words.minute;
    if (hours < 1) return fill(words.minutes, "n", minutes);
    if (hours === 1) return words.hour;
    if (hours < 24) return fill(words.hours, "n", hours);
    const yesterday = new Date(now);
    yesterday.setDate(yesterday.getDate() - 1);
    if (then.toDateString() === yesterday.toDateString()) return words.yesterday;
    const year = then.getFullYear() === now.getFullYear() ? undefined : "numeric";
    return then.toLocaleDateString(language, { day: "numeric", month: "long", year });
  };

  const tellTimes = (root) => {
    const now = new Date();
    for (const time of root.querySelectorAll("time")) {
      const then = new Date(time.dateTime);
      if (Number.isNaN(then.getTime())) continue;
      write(time, ago(then, now));
      time.title = then.toLocaleString(language, { dateStyle: "full", timeStyle: "short" });
      time.classList.toggle("recent", now - then < 15 * 60 * 1000);
    }
  };

  // A picture that cannot be had leaves no hole.
  const hide = (image) => image.remove();
  document.addEventListener("error", (event) => event.target.matches?.("img") && hide(event.target), true);
  for (const image of list.querySelectorAll("img")) if (image.complete && !image.naturalWidth) hide(image);

  tellTimes(document);
  setInterval(() => tellTimes(document), 15000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) tellTimes(document);
  });

  if (!words.events || !window.EventSource) return;
  const live = document.getElementById("live");
  const announce = document.getElementById("announce");
  const show = (state) => {
    live.hidden = false;
    live.dataset.state = state;
    write(live, words[state]);
  };

  const place = (story) => {
    const order = story.dataset.order;
    const old = document.getElementById(story.id);
    if (old && old.contains(document.activeElement)) {
      // Whoever is reading with the keyboard stays where they are.
      const wasHead = document.activeElement.closest("h2");
      old.replaceWith(story);
      if (wasHead) story.querySelector("h2 a")?.focus({ preventScroll: true });
      return;
    }
    old?.remove();
    const next = [...list.children].find((other) => other.dataset.order < order);
    list.insertBefore(story, next || null);
    while (list.children.length > Number(words.limit)) list.lastElementChild.remove();
    if (!old && story.isConnected) {
      write(announce, fill(words.new, "title", story.querySelector("h2").textContent));
    }
  };

  const events = new EventSource(words.events);
  events.addEventListener("open", () => show("live"));
  events.addEventListener("error", () => show("lost"));
  events.addEventListener("story", (event) => {
    const parsed = new DOMParser().parseFromString(JSON.parse(event.data).html, "text/html");
    const story = parsed.querySelector("li.story");
    if (!story) return;
    story.classList.add("fresh");
    tellTimes(story);
    place(document.importNode(story, true));
    document.querySelector(".empty")?.remove();
    const changed = document.querySelector(".bar time");
    if (changed) changed.dateTime = new Date().toISOString();
    tellTimes(document);
  });
})();
