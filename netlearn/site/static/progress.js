/* progress.js: the front page: how far the reader is in each chapter, what is due today, and words to try in the search. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say } = NetLearn;
  const W = NetLearn.words.progress;
  const { isDue } = NetLearn.quizReview;
  const store = NetLearn.quizStore('netlearn');
  const words = (node, name) => node.getAttribute(name).split(' ').filter(Boolean);
  /* an item's record, whatever version of it was asked */
  const known = (ids) => ids.filter((id) => Object.hasOwn(store.items(), id));

  const STATES = { read: ['suitable', W.read], begun: ['doubtful', W.begun], none: ['recalled', W.not_begun] };
  const progress = (node) => {
    const ids = words(node, 'data-nl-items');
    const answered = known(ids).length;
    const [icon, word] = STATES[NetLearn.progress.of(node.dataset.nlChapter) || (answered ? 'begun' : 'none')];
    const sign = document.createElement('span');
    sign.className = 'nl-icon i-' + icon;
    sign.setAttribute('aria-hidden', 'true');
    node.replaceChildren(sign, ' ' + word + (answered ? ', ' + say(ids.length === 1 ? W.of_one : W.of_several, { answered, of: ids.length }) : ''));
  };

  const today = (box) => {
    const day = NetLearn.quizToday();
    const due = known(words(box, 'data-nl-today')).filter((id) => isDue(store.items()[id], day)).length;
    box.querySelector('h2').textContent = due ? (due === 1 ? W.due_one : say(W.due_several, { count: due })) : W.nothing_due;
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
    link.textContent = say(W.go_on, { number: row.querySelector('.n').textContent });
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
