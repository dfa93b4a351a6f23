/* due.js: the page of what is due in all chapters: answered there, and kept, exported, taken in or forgotten there.
   The questions of a chapter come only when one of them is due and the reader begins. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const { isDue } = NetLearn.quizReview;
  const store = NetLearn.quizStore('netlearn');
  const page = document.querySelector('[data-nl-due]');
  const [said, now, keep] = ['.said', '.now', '.keep'].map((name) => page.querySelector(name));
  const counted = (n, word) => n + ' ' + word + (n === 1 ? '' : 's');
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
      said.textContent = 'The questions could not be loaded; they stand in their chapters.';
    }
  };
  const ask = (pools, entries) => {
    const units = Object.assign({}, ...pools.map((each) => each.units));
    const facts = Object.assign({}, ...pools.map((each) => each.facts));
    NetLearn.takeQuiz({ chapter: 'due', units, facts });
    const options = { store, today: NetLearn.quizToday, level: 2 };
    const items = entries.map((entry, n) => NetLearn.quizItem(entry, { ...options, place: 'Question ' + (n + 1) + ' of ' + entries.length }));
    const pages = items.length > 1 ? [NetLearn.quizPages(items)] : [];
    now.replaceChildren(h('div', { class: 'nl nl-q', role: 'group', 'aria-label': 'Due today' }, ...items.map((item) => item.element), ...pages));
    items[0].focus();
  };

  /* ----- one chapter ----- */
  const forget = (each) => {
    const mark = NetLearn.progress.of(each.chapter);
    const undo = store.forget(each.chapter);
    NetLearn.progress.forget(each.chapter);
    const back = button('Undo', () => {
      if (mark) NetLearn.progress.mark(each.chapter, mark);
      undo();
      told.replaceChildren('They are back.');
    }, '');
    told.replaceChildren('Forgotten: ' + each.title + '. This can be undone until you leave the page. ', back);
    back.focus();
    refresh();
  };
  const fill = (each) => {
    const [answered, due, later, cell] = each.row.querySelectorAll('td');
    const known = each.ids.filter((id) => Object.hasOwn(store.items(), id)).length;
    const day = next(each.ids);
    answered.textContent = known + ' of ' + each.ids.length;
    due.textContent = String(dueIn(each).length);
    later.textContent = day ? date(day) : 'none';
    const forgotten = known || NetLearn.progress.of(each.chapter);
    if (!forgotten) cell.replaceChildren();
    else if (!cell.firstChild) cell.append(button('Forget', () => forget(each), 'is-quiet', { 'aria-label': 'Forget my answers to ' + each.title }));
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
    said.textContent = count ? counted(count, 'question') + (count === 1 ? ' is' : ' are') + ' due today.' : 'Nothing is due today.' + (day ? ' The next question comes back on ' + date(day) + '.' : '');
    if (now.querySelector('.nl-q')) return; // they are being answered
    start.textContent = count === 1 ? 'Answer it' : 'Answer them';
    now.replaceChildren(...(count ? [start] : []));
  };
  store.onChange(refresh);
  refresh();
})();
