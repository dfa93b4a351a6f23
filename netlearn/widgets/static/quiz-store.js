/* quiz-store.js: what the browser keeps: one key per course in localStorage, and nothing anywhere else.
   Where it keeps nothing, or holds what must be left alone, answers last until the page is left. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { read, write, merge } = NetLearn.quizFile;
  const W = NetLearn.words.answers;

  const NOTHING = { answers: {}, items: {} };
  const browserStorage = () => {
    try {
      return globalThis.localStorage;
    } catch (error) {
      return null; // some browsers forbid even to ask
    }
  };

  /* storage as the browser's; note is said while it keeps what it is given */
  const open = (course, storage, note = W.kept) => {
    const key = 'netlearn.answers.' + course;
    const listeners = new Set();
    let memory = NOTHING;
    let trouble = '';
    let keeps = Boolean(storage);

    const raw = () => {
      try {
        return keeps ? storage.getItem(key) : null;
      } catch (error) {
        keeps = false;
        return null;
      }
    };
    const put = (text) => {
      try {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
      } catch (error) {
        keeps = false; // full, or closed while we were reading
      }
    };
    /* {answers, items}, read anew each time: another tab may have written */
    const state = () => {
      const text = raw();
      const found = text === null ? NOTHING : read(text, course);
      trouble = keeps ? found.trouble || '' : 'blocked';
      return trouble ? memory : found;
    };
    const items = () => state().items;
    const answers = () => state().answers;
    const tell = () => listeners.forEach((run) => run());
    const save = (all) => {
      memory = all;
      if (!trouble) put(write(all, course));
      tell();
    };
    const update = (id, change) => {
      const all = items();
      save({ ...state(), items: { ...all, [id]: change(Object.hasOwn(all, id) ? all[id] : null) } });
    };
    const answer = (key, said) => save({ ...state(), answers: { ...answers(), [key]: said } });
    /* '' when taken in, else why not */
    const take = (text) => {
      const found = read(text, course);
      if (found.trouble) return found.why;
      save(merge(state(), found));
      return '';
    };
    /* returns how to undo it; what was answered in between is kept too */
    const reset = () => {
      const before = { text: raw(), state: state(), trouble };
      memory = NOTHING;
      if (keeps && trouble !== 'newer') put(null);
      tell();
      return () => {
        const now = state();
        if (before.trouble === 'unreadable') put(before.text);
        if (before.trouble === 'unreadable') state();
        save(merge(before.state, now));
      };
    };
    /* of one chapter; returns how to undo it */
    const forget = (chapter) => {
      const before = state();
      const others = (all) => Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(chapter + '/')));
      save({ answers: others(before.answers), items: others(before.items) });
      return () => save(merge(before, state()));
    };
    /* how: what a reader can do where nothing is kept */
    const noted = (how = W.to_file) => (state(), trouble === 'blocked' ? W.blocked + ' ' + how : W[trouble] || note);
    addEventListener('storage', (event) => (event.key === key || event.key === null) && tell());
    return { items, answers, answer, update, take, reset, forget, note: noted, text: () => write(state(), course), tell, onChange: (run) => listeners.add(run) };
  };

  /* the reader's own day: the clock is the browser's, and decides only what is due */
  NetLearn.quizToday = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  };
  const stores = {};
  NetLearn.quizStore = (course) => (stores[course] = stores[course] || open(course, browserStorage()));
  NetLearn.quizStoreOn = open;
})();
