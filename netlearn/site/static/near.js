/* near.js: the quizzes of a chapter, their questions and what judges them come when a reader comes near one.
   Until then the questions stand in the page as they are read without JavaScript. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { cards, ...later } = NetLearn.later; // what each sort of quiz needs
  const sortOf = (quiz) => (quiz.hasAttribute('guess') ? 'guess' : 'quiz');
  const quizzes = [...document.querySelectorAll('net-quiz')];
  const NEAR = '100% 0%'; // a screen above and below the one that is seen

  /* the questions are told that a quiz is made of them soon, for then they are shown as it shows them */
  const tell = (sort, soon) => quizzes.filter((quiz) => sortOf(quiz) === sort).forEach((quiz) => quiz.toggleAttribute('data-soon', soon));
  /* all of one sort at once: they share their questions and a score. What could not be loaded stays as it was. */
  const load = (sort) => Promise.all(later[sort].map(NetLearn.load)).catch(() => tell(sort, false));

  for (const sort of Object.keys(later)) tell(sort, true);
  const all = () => Object.keys(later).forEach(load);
  if (location.hash || !globalThis.IntersectionObserver) return all();
  /* who is about to jump has the heights first of what stands above */
  const jump = ({ target }) => target.closest && target.closest('a[href^="#"]') && all();
  for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, jump);
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      load(sortOf(target.querySelector('net-quiz') || target));
      watch.unobserve(target);
    }
  }, { rootMargin: NEAR });
  for (const quiz of quizzes) watch.observe(quiz.closest('details') || quiz); // one in a closed fold is never in sight
})();
