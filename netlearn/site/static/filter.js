/* filter.js: the box above a reference page. Every word typed must occur in an entry; empty groups are hidden. */
(function () {
  'use strict';
  function start() {
    const box = document.querySelector('[data-nl-filter]');
    if (!box) return;
    const input = box.querySelector('input');
    const count = box.querySelector('[data-nl-count]');
    const groups = [...document.querySelectorAll('.nl-group')];
    const folds = [...document.querySelectorAll('details')].filter((fold) => fold.querySelector('.nl-entry'));
    const entries = [...document.querySelectorAll('.nl-entry')].map((node) => ({ node, text: plain(node.textContent) }));

    function show() {
      const words = plain(input.value).split(' ').filter(Boolean);
      const found = entries.filter(({ node, text }) => !(node.hidden = !words.every((word) => text.includes(word))));
      for (const group of groups) group.hidden = !group.querySelector('.nl-entry:not([hidden])');
      if (words.length) for (const fold of folds) fold.open = Boolean(fold.querySelector('.nl-entry:not([hidden])'));
      count.textContent = count.textContent.replace(/^\d+/, found.length); // of all of them, as the page says
    }
    // a link to an entry or a figure must find it, whatever is typed or closed
    function reveal() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const closed = target && target.closest('details:not([open])');
      if (!target || !(closed || target.closest('[hidden]'))) return;
      if (closed) closed.open = true;
      input.value = '';
      show();
      target.scrollIntoView();
    }
    input.addEventListener('input', show);
    addEventListener('hashchange', reveal);
    box.hidden = false;
    if (input.value) show(); // what the browser kept from the last visit
    reveal();
  }
  /* lower case, without accents, every run of spaces (no-break ones too) as one */
  function plain(text) {
    return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/\s+/g, ' ');
  }
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', start) : start();
})();
