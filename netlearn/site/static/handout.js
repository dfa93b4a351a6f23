/* handout.js: a chapter on paper ends with its questions and their key. They are taken from what stands in the page before
   its quizzes start, so it comes before their script. Nothing of it is seen on the screen. */
(function () {
  'use strict';
  const chapter = document.querySelector('.nl-chapter');
  const asked = chapter ? [...chapter.querySelectorAll('net-quiz .nl-q-item')] : [];
  if (!asked.length) return;
  const { handout: W, option } = globalThis.NetLearn.words;
  const element = (tag, name, ...children) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  };
  const withoutIds = (node) => {
    for (const each of [node, ...node.querySelectorAll('[id]')]) each.removeAttribute('id');
    return node;
  };
  /* the list counts through the whole chapter, each quiz for itself */
  const question = (item) => {
    const copy = withoutIds(item.cloneNode(true));
    copy.querySelectorAll('details').forEach((fold) => fold.remove());
    const number = copy.querySelector('p > b');
    if (number && /^\d+\.$/.test(number.textContent)) number.remove();
    for (const each of copy.querySelectorAll('li')) if (each.textContent === option.dont_know) each.remove(); // an empty answer says so
    return element('li', '', ...copy.childNodes);
  };
  const answer = (item) => {
    const fold = item.querySelector('details');
    const said = fold ? fold.querySelector('p') : null;
    return element('li', '', said ? said.textContent : '');
  };
  chapter.append(
    element('div', 'nl-handout', element('h2', '', W.questions), element('ol', '', ...asked.map(question))),
    element('div', 'nl-handout', element('h2', '', W.key), element('ol', 'key', ...asked.map(answer)))
  );
})();
