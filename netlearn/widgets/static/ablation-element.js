/* ablation-element.js: the bench as an element. It plays with several tables: it starts when the last of them is there. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const gather = (names, run, tables = {}) =>
    names.length ? NetLearn.when(names[0], (editions) => gather(names.slice(1), run, { ...tables, [names[0]]: editions })) : run(tables);

  NetLearn.define('net-ablation', (element) =>
    gather(NetLearn.ablation.tables, (tables) => NetLearn.ablation(element, { ...NetLearn.optionsOf(element), tables }))
  );
})();
