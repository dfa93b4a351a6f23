/* reading-store.js: which chapters this browser has seen begun or read: one key beside the answers, and nothing is sent.
   Where the browser keeps nothing, nothing is known. */
(function () {
  'use strict';
  const KEY = 'netlearn.read';
  const NetLearn = (globalThis.NetLearn = globalThis.NetLearn || { queue: [] });
  const marks = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found && typeof found === 'object' && !Array.isArray(found) ? found : {};
    } catch (error) {
      return {};
    }
  };
  const keep = (all) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
    } catch (error) {
      // forbidden or full: then nothing is remembered
    }
  };
  /* 'begun', 'read' or undefined; what was read stays read */
  const of = (chapter) => (Object.hasOwn(marks(), chapter) ? marks()[chapter] : undefined);
  const mark = (chapter, how) => of(chapter) !== 'read' && keep({ ...marks(), [chapter]: how });
  const forget = (chapter) => keep(Object.fromEntries(Object.entries(marks()).filter(([name]) => name !== chapter)));
  NetLearn.progress = { of, mark, forget };
})();
