/* quiz.js: the graded self-check: the questions of one pool, and what is known of the chapter. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, quizToday: today } = NetLearn;
  const W = NetLearn.words.quiz;

  /* several quizzes of a chapter on one page share a score; the last of them says what is kept */
  const chapters = {};
  const join = (chapter, quiz) => {
    const here = (chapters[chapter] = chapters[chapter] || []);
    here.push(quiz);
    for (const each of here) each.refresh();
    return here;
  };
  const isLast = (host) => [...document.querySelectorAll('net-quiz')].pop() === host || host.localName !== 'net-quiz';

  const ofChapter = (answers, chapter) => Object.fromEntries(Object.entries(answers).filter(([key]) => key.startsWith(chapter + '/')));

  const take = (data) => {
    Object.assign((NetLearn.units = NetLearn.units || {}), data.units);
    NetLearn.add({ table: 'quiz:' + data.chapter + ':' + NetLearn.uid('pool'), edition: '', facts: data.facts });
  };

  NetLearn.takeQuiz = take;

  /* options: data (the pool), level of headings; a notebook brings a store of its own, and hears of each
     answer by tell(slug, response), and its given() says what is to be handed in. The tables that the data name must be there. */
  NetLearn.quiz = (host, { data, level, store: own, tell, given, used }) => {
    take(data);
    const store = own || NetLearn.quizStore(data.course);
    const heading = NetLearn.levelOf({ level });
    const place = (n) => (data.items.length > 1 ? NetLearn.say(W.place, { number: n + 1, of: data.items.length }) : W.question);
    const items = data.items.map((entry, n) => NetLearn.quizItem(entry, { store, today, tell, place: place(n), level: heading, attempts: data.assessed, used }));
    const all = () => (own ? items : (chapters[data.chapter] || []).flatMap((quiz) => quiz.items));
    const pages = data.paged ? [NetLearn.quizPages(items)] : [];
    const copy = NetLearn.quizCopy(given || (() => ofChapter(store.answers(), data.chapter)), data.course, own ? 'notebook' : 'page');
    const bare = { element: h('div', { class: 'nl-q-panel' }, h('div', { class: 'nl-q-buttons' }, copy.button), copy.said), refresh: () => {} };
    const panel = data.assessed ? bare : NetLearn.quizPanel(store, all, () => isLast(host), today, copy, Boolean(own));
    host.replaceChildren(h('div', { class: 'nl nl-q', role: 'group', 'aria-label': W.here }, ...items.map((item) => item.element), ...pages, panel.element));
    if (own) panel.refresh();
    else join(data.chapter, { items, refresh: panel.refresh });
  };
})();
