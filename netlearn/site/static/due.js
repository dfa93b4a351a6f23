/* due.js: the page of what is due in all chapters: answered there, and kept, exported, taken in or forgotten there.
   The questions of a chapter come only when one of them is due and the reader begins. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, say } = NetLearn;
  const W = NetLearn.words.due;
  const { isDue } = NetLearn.quizReview;
  const store = NetLearn.quizStore('netlearn');
  const page = document.querySelector('[data-nl-due]');
  const [said, now, keep] = ['.said', '.now', '.keep'].map((name) => page.querySelector(name));
  const date = (day) => new Date(day + 'T12:00:00').toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  const button = (text, run, kind, props) => h('button', { type: 'button', class: 'nl-btn ' + kind, onclick: run, ...props }, text);

  const rows = [...page.querySelectorAll('tbody tr')].map((row) => ({
    row,
    chapter: row.dataset.nlChapter,
    title: row.querySelector('th').textContent,
    ids: row.dataset.nlItems.split(' ').filter(Boolean),
  }));
  const dueIn = ({ ids }) => ids.filter((id) => isDue(store.items()[id], NetLearn.quizToday()));
  const next = (ids) => ids.map((id) => (store.items()[id] || {}).due).filter((day) => day && day > NetLearn.quizToday()).sort()[0];

  /* ----- the questions of a chapter, the tables that judge them and the scripts that ask them, once each ----- */
  const data = (name) => NetLearn.load('data/' + name + '.js');
  const pool = async ({ chapter }) => {
    await data('quiz-' + chapter);
    const found = NetLearn.tables['quiz:' + chapter][''];
    await Promise.all([...found.tables.map(data), ...found.scripts.map(NetLearn.load)]);
    return found;
  };

  /* several chapters' questions are one quiz */
  const begin = async (event) => {
    event.target.disabled = true;
    const due = rows.filter((each) => dueIn(each).length);
    try {
      const pools = await Promise.all(due.map(pool));
      const wanted = new Set(due.flatMap(dueIn));
      ask(pools, pools.flatMap((each) => each.items).filter(({ id }) => wanted.has(id)));
    } catch (error) {
      event.target.disabled = false;
      said.textContent = W.not_loaded;
    }
  };
  const ask = (pools, entries) => {
    const units = Object.assign({}, ...pools.map((each) => each.units));
    const facts = Object.assign({}, ...pools.map((each) => each.facts));
    NetLearn.takeQuiz({ chapter: 'due', units, facts });
    const options = { store, today: NetLearn.quizToday, level: 2 };
    const items = entries.map((entry, n) => NetLearn.quizItem(entry, { ...options, place: say(NetLearn.words.quiz.place, { number: n + 1, of: entries.length }) }));
    const pages = items.length > 1 ? [NetLearn.quizPages(items)] : [];
    now.replaceChildren(h('div', { class: 'nl nl-q', role: 'group', 'aria-label': W.title }, ...items.map((item) => item.element), ...pages));
    items[0].focus();
  };

  /* ----- one chapter ----- */
  const forget = (each) => {
    const mark = NetLearn.progress.of(each.chapter);
    const undo = store.forget(each.chapter);
    NetLearn.progress.forget(each.chapter);
    const back = button(NetLearn.words.control.undo, () => {
      if (mark) NetLearn.progress.mark(each.chapter, mark);
      undo();
      told.replaceChildren(W.back);
    }, '');
    told.replaceChildren(say(W.forgotten, each) + ' ', back);
    back.focus();
    refresh();
  };
  const fill = (each) => {
    const [answered, due, later, cell] = each.row.querySelectorAll('td');
    const known = each.ids.filter((id) => Object.hasOwn(store.items(), id)).length;
    const day = next(each.ids);
    answered.textContent = say(W.answered, { known, of: each.ids.length });
    due.textContent = String(dueIn(each).length);
    later.textContent = day ? date(day) : W.none;
    const forgotten = known || NetLearn.progress.of(each.chapter);
    if (!forgotten) cell.replaceChildren();
    else if (!cell.firstChild) cell.append(button(W.forget, () => forget(each), 'is-quiet', { 'aria-label': say(W.forget_chapter, each) }));
  };

  const told = h('p', { class: 'nl-q-told', role: 'status' });
  const keeping = NetLearn.quizKeeping(store, []);
  keep.append(told, keeping.element);
  const start = button('', begin, 'is-main');
  const refresh = () => {
    rows.forEach(fill);
    keeping.refresh();
    const count = rows.flatMap(dueIn).length;
    const day = next(rows.flatMap(({ ids }) => ids));
    said.textContent = count ? (count === 1 ? W.one : say(W.several, { count })) : W.nothing + (day ? ' ' + say(W.next, { day: date(day) }) : '');
    if (now.querySelector('.nl-q')) return; // they are being answered
    start.textContent = count === 1 ? W.answer_it : W.answer_them;
    now.replaceChildren(...(count ? [start] : []));
  };
  store.onChange(refresh);
  refresh();
})();
