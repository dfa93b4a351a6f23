/* handout.js: a chapter on paper ends with its questions and their key. They are taken from what stands in the page before
   its quizzes start, so it comes before their script. Nothing of it is seen on the screen. */
(function () {
  'use strict';
  const chapter = document.querySelector('.nl-chapter');
  const asked = chapter ? [...chapter.querySelectorAll('net-quiz .nl-q-item')] : [];
  if (!asked.length) return;
  const DONT_KNOW = 'I don’t know'; // on paper an empty answer says so
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
    for (const option of copy.querySelectorAll('li')) if (option.textContent === DONT_KNOW) option.remove();
    return element('li', '', ...copy.childNodes);
  };
  const answer = (item) => {
    const fold = item.querySelector('details');
    const said = fold ? fold.querySelector('p') : null;
    return element('li', '', said ? said.textContent : '');
  };
  chapter.append(
    element('div', 'nl-handout', element('h2', '', 'Questions'), element('ol', '', ...asked.map(question))),
    element('div', 'nl-handout', element('h2', '', 'Key'), element('ol', 'key', ...asked.map(answer)))
  );
})();
