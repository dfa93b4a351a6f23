/* ablation-element.js: the bench, and how far heat and cold reach, as elements. The bench plays with several tables: it starts when the last of them is there. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const gather = (names, run, tables = {}) =>
    names.length ? NetLearn.when(names[0], (editions) => gather(names.slice(1), run, { ...tables, [names[0]]: editions })) : run(tables);

  NetLearn.define('net-ablation', (element) =>
    gather(NetLearn.ablation.tables, (tables) => NetLearn.ablation(element, { ...NetLearn.optionsOf(element), tables }))
  );
  NetLearn.define('net-reach', (element) =>
    gather([NetLearn.reach.table], (tables) => NetLearn.reach(element, { ...NetLearn.optionsOf(element), tables }))
  );
})();
