/* core.js: the shared name, the tables and facts of this page, and helpers to build the DOM from text nodes. */
(function () {
  'use strict';
  const NetLearn = (globalThis.NetLearn = globalThis.NetLearn || {});
  const script = document.currentScript;

  /* ----- where the site lies: the folder of this script, and the page's root above it ----- */
  if (script && script.src) NetLearn.root = new URL('./', script.src).href;
  NetLearn.href = (path) => (NetLearn.root ? new URL('../' + path, NetLearn.root).href : '');

  /* ----- tables: data scripts may come before or after this one, so what waits in the queue is taken in ----- */
  const tables = (NetLearn.tables = NetLearn.tables || {});
  const waiting = (NetLearn.waiting = NetLearn.waiting || []);
  NetLearn.add = (...exported) => {
    for (const table of exported) (tables[table.table] = tables[table.table] || {})[table.edition] = table;
    for (const entry of waiting.splice(0)) NetLearn.when(entry.name, entry.run);
  };
  /* run once the table is there; at once if it is already */
  NetLearn.when = (name, run) => (tables[name] ? run(tables[name]) : waiting.push({ name, run }));
  const early = Array.isArray(NetLearn.queue) ? NetLearn.queue : [];
  NetLearn.queue = { push: NetLearn.add };
  NetLearn.add(...early);

  /* ----- a script of the site that a page needs only later: once each, run in the order in which they were asked for ----- */
  const asked = new Map();
  const fetchScript = (name) =>
    new Promise((done, failed) => {
      const script = NetLearn.h('script', { src: NetLearn.root + name, onload: done, onerror: failed });
      script.async = false;
      document.head.append(script);
    });
  NetLearn.load = (name) => {
    if (!asked.has(name)) asked.set(name, fetchScript(name));
    return asked.get(name);
  };
  /* the cards of a table's sources: a second script, asked for when the first source is looked at */
  NetLearn.cards = (table) => {
    if (tables['cards:' + table] || !NetLearn.root) return Promise.resolve();
    return NetLearn.load('data/' + table + '-cards.js').catch(() => {});
  };

  /* what the page names in advance: the cards of its links, and what its quizzes need */
  const later = document.getElementById('nl-later');
  NetLearn.later = later ? JSON.parse(later.textContent) : {};
  NetLearn.pageCards = () => Promise.all((NetLearn.later.cards || []).map(NetLearn.load)).catch(() => {});

  /* ----- facts: those of the page, then those that came with a table ----- */
  const allFacts = () => {
    const { 'cards:page': page = {}, ...others } = tables;
    return [page, ...Object.values(others)].flatMap(Object.values).map((each) => each.facts || {});
  };
  NetLearn.fact = (id) => allFacts().map((facts) => facts[id]).find(Boolean);
  /* the card of a link to the evidence, errata or updates page, by its anchor */
  NetLearn.factAt = (anchor) =>
    allFacts().flatMap(Object.values).find((fact) => fact.href && fact.href.split('#')[1] === anchor);

  /* ----- DOM ----- */
  NetLearn.uid = (prefix) => prefix + '-' + (NetLearn.count = (NetLearn.count || 0) + 1);

  const fill = (node, props, children) => {
    for (const [name, value] of Object.entries(props || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === 'function') node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? '' : value);
    }
    node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
    return node;
  };
  NetLearn.h = (tag, props, ...children) => fill(document.createElement(tag), props, children);
  NetLearn.svg = (tag, props, ...children) =>
    fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);

  NetLearn.button = (text, run, kind = '', props) => NetLearn.h('button', { type: 'button', class: 'nl-btn ' + kind, onclick: run, ...props }, text);
  NetLearn.icon = (name) => NetLearn.h('span', { class: 'nl-icon i-' + name, 'aria-hidden': 'true' });
  NetLearn.tag = (verdict, word) =>
    NetLearn.h('span', { class: 'nl-tag', 'data-verdict': verdict }, NetLearn.icon(verdict), word);

  NetLearn.ready = (run) =>
    document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', run, { once: true }) : run();

  /* the book marks its theme on <html>, JupyterLab on <body>; returns how to stop listening */
  NetLearn.onTheme = (run) => {
    const watch = new MutationObserver(run);
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    if (document.body) watch.observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
    return () => watch.disconnect();
  };

  /* ----- words ----- */
  /* NetLearn.words and .editions come from knowledge/ */
  NetLearn.editionOf = (id) => NetLearn.editions.find((edition) => edition.id === id) || { id, label: id, silence: id };
  NetLearn.editionWord = (id) => NetLearn.editionOf(id).label;
  /* the oldest first, as they are listed */
  const place = (id) => NetLearn.editions.indexOf(NetLearn.editionOf(id));
  NetLearn.editionNames = (editions) => Object.keys(editions).sort((a, b) => place(a) - place(b));
  /* a label inside a sentence: "Mitoses" becomes "mitoses", "Ki-67 index" stays */
  NetLearn.inSentence = (label) => (/^[A-Z][a-z]+(\s|,|$)/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);
  /* last joins the last of them, and is a key of the list: 'and' or 'or' */
  NetLearn.list = (words, last) =>
    words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' ' + NetLearn.words.joined[last] + ' ' + words[words.length - 1];
})();
