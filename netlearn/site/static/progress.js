/* progress.js: the front page: how far the reader is in each chapter, what is due today, and words to try in the search. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { isDue } = NetLearn.quizReview;
  const store = NetLearn.quizStore('netlearn');
  const words = (node, name) => node.getAttribute(name).split(' ').filter(Boolean);
  const counted = (n, word) => n + ' ' + word + (n === 1 ? '' : 's');
  /* an item's record, whatever version of it was asked */
  const known = (ids) => ids.filter((id) => Object.hasOwn(store.items(), id));

  const STATES = { read: ['suitable', 'read'], begun: ['doubtful', 'begun'], none: ['recalled', 'not begun'] };
  const progress = (node) => {
    const ids = words(node, 'data-nl-items');
    const answered = known(ids).length;
    const [icon, word] = STATES[NetLearn.progress.of(node.dataset.nlChapter) || (answered ? 'begun' : 'none')];
    const sign = document.createElement('span');
    sign.className = 'nl-icon i-' + icon;
    sign.setAttribute('aria-hidden', 'true');
    node.replaceChildren(sign, ' ' + word + (answered ? ', ' + answered + ' of ' + counted(ids.length, 'question') : ''));
  };

  const today = (box) => {
    const day = NetLearn.quizToday();
    const due = known(words(box, 'data-nl-today')).filter((id) => isDue(store.items()[id], day)).length;
    box.querySelector('h2').textContent = due ? 'Due today: ' + counted(due, 'question') : 'Nothing is due today';
  };
  /* the chapter to go on with: the first one begun, else the first one not read */
  const onward = (link) => {
    const chapters = [...document.querySelectorAll('[data-nl-chapter]')];
    const states = chapters.map((node) => NetLearn.progress.of(node.dataset.nlChapter));
    if (!states.some(Boolean)) return;
    const at = states.includes('begun') ? states.indexOf('begun') : states.indexOf(undefined);
    if (at < 0) return link.remove();
    const row = chapters[at].closest('li');
    link.href = row.querySelector('a').href;
    link.textContent = 'Go on with chapter ' + row.querySelector('.n').textContent;
  };
  const show = () => {
    document.querySelectorAll('[data-nl-chapter]').forEach(progress);
    document.querySelectorAll('[data-nl-today]').forEach(today);
    document.querySelectorAll('[data-nl-on]').forEach(onward);
  };
  store.onChange(show);
  addEventListener('pageshow', show); // back from a chapter
  show();

  document.querySelectorAll('[data-nl-try]').forEach((button) =>
    button.addEventListener('click', () => {
      const box = document.querySelector('.nl-find input');
      box.focus();
      box.value = button.textContent;
      box.dispatchEvent(new Event('input'));
    })
  );
})();
