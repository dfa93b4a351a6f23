/* quiz-element.js: the quiz as an element. Its pool stands inside it as JSON; it starts when the tables it asks are there. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const after = (names, run) => (names.length ? NetLearn.when(names[0], () => after(names.slice(1), run)) : run());

  NetLearn.define('net-quiz', (element) => {
    const data = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
    after(data.tables, () => NetLearn.quiz(element, { data, level: element.getAttribute('level') }));
  });
})();
