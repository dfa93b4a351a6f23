/* quiz-element.js: the quiz as an element. It names its chapter and its items; the chapter's pool comes as a data script,
   and the quiz starts when that and the tables it asks are there. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const after = (names, run) => (names.length ? NetLearn.when(names[0], () => after(names.slice(1), run)) : run());
  const words = (element, name) => (element.getAttribute(name) || '').split(' ').filter(Boolean);
  const slugOf = ({ id }) => id.split('/')[1].split('@')[0]; // chapter/slug@version

  NetLearn.define('net-quiz', (element) => {
    const isGuess = element.hasAttribute('guess');
    const name = (isGuess ? 'guess:' : 'quiz:') + element.getAttribute('chapter'); // a guess has a pool of its own
    after([name, ...words(element, 'tables')], () => {
      const pool = NetLearn.tables[name][''];
      const items = words(element, 'items').map((slug) => pool.items.find((item) => slugOf(item) === slug));
      const data = { ...pool, items, paged: element.hasAttribute('paged') };
      if (isGuess) return NetLearn.quizGuess(element, data, element.getAttribute('level'));
      NetLearn.quiz(element, { data, level: element.getAttribute('level') });
    });
  });
})();
