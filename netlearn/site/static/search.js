/* search.js: answers under each search box of the page as the reader types; loaded when a box is first used. */
(function () {
  'use strict';
  const root = document.documentElement.dataset.content_root || './';
  const { search } = globalThis.NetLearnRank(globalThis.NetLearnSearch);
  const W = globalThis.NetLearn.words.search;
  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };
  const row = ({ value, sentence, where, href }) => {
    const link = element('a', '', element('b', '', value || sentence), value && sentence ? element('span', '', sentence) : '', element('small', '', where));
    link.href = root + href;
    return element('li', '', link);
  };
  const count = (n) => (n === 0 ? W.none : n === 1 ? W.one : W.several.replace('{count}', n));

  const serve = (form) => {
    const box = form.querySelector('input[type="search"]');
    const status = element('p', 'nl-quiet');
    status.setAttribute('role', 'status');
    const list = element('ul');
    const answers = element('div', 'nl nl-answers', status, list);
    form.after(answers);
    const show = () => {
      const text = box.value.trim();
      const found = text.length > 1 ? search(text) : [];
      list.replaceChildren(...found.map(row));
      status.textContent = text.length > 1 ? count(found.length) : '';
    };
    /* down and up go through the answers and back to the box */
    const step = (event) => {
      const places = [box, ...list.querySelectorAll('a')];
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = by && places[places.indexOf(document.activeElement) + by];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    box.addEventListener('input', show);
    box.addEventListener('keydown', step);
    list.addEventListener('keydown', step);
    list.addEventListener('click', (event) => event.target.closest('a') && form.closest('dialog')?.close());
    show();
  };
  document.querySelectorAll('form.bd-search').forEach(serve);
})();
