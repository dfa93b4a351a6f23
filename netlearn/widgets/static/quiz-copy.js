/* quiz-copy.js: the answers as a line to paste over the last cell of the chapter's exercise notebook. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;

  const WHERE = {
    notebook: 'Select all of the last cell of this notebook, paste, run that cell, and save the notebook.',
    page: 'Paste them over the last cell of this chapter’s exercise notebook.',
  };
  const counted = (number) => number + (number === 1 ? ' answer' : ' answers');

  /* where the browser refuses, the line is there to be copied by hand */
  const byHand = (line) => {
    const area = h('textarea', { readonly: true, rows: '3', class: 'nl-q-line', 'aria-label': 'The answers as a line' });
    area.value = line;
    area.addEventListener('focus', () => area.select());
    return area;
  };

  /* given(): answers by their keys; where: 'notebook' or 'page' */
  NetLearn.quizCopy = (given, course, where) => {
    const said = h('div', { class: 'nl-q-copied', role: 'status' });
    const copy = async () => {
      const answers = given();
      const number = Object.keys(answers).length;
      if (!number) return said.replaceChildren('There are no answers yet.');
      const line = 'answers = "' + NetLearn.quizFile.pack(answers, course) + '"';
      try {
        await navigator.clipboard.writeText(line);
        said.replaceChildren('Copied: ' + counted(number) + '. ' + WHERE[where]);
      } catch (error) {
        const area = byHand(line);
        said.replaceChildren('Copy this line (Ctrl+C): ' + counted(number) + '. ' + WHERE[where], area);
        area.focus();
      }
    };
    const button = h('button', { type: 'button', class: 'nl-btn', onclick: copy }, 'Copy my answers');
    return { button, said };
  };
})();
