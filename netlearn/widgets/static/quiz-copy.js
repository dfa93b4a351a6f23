/* quiz-copy.js: the answers as a line to paste over the last cell of the chapter's exercise notebook. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.quiz;

  const counted = (count) => (count === 1 ? W.one_answer : say(W.answers, { count }));

  /* where the browser refuses, the line is there to be copied by hand */
  const byHand = (line) => {
    const area = h('textarea', { readonly: true, rows: '3', class: 'nl-q-line', 'aria-label': W.line });
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
      if (!number) return said.replaceChildren(W.no_answers);
      const what = { answers: counted(number), where: W['paste_' + where] };
      const line = 'answers = "' + NetLearn.quizFile.pack(answers, course) + '"';
      try {
        await navigator.clipboard.writeText(line);
        said.replaceChildren(say(W.copied, what));
      } catch (error) {
        const area = byHand(line);
        said.replaceChildren(say(W.by_hand, what), area);
        area.focus();
      }
    };
    return { button: NetLearn.button(W.copy, copy), said };
  };
})();
