/* liver-element.js: the liver map as an element of the page. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  NetLearn.define('net-liver', (element) =>
    NetLearn.when(NetLearn.liver.table, (editions) => NetLearn.liver(element, NetLearn.optionsOf(element, editions)))
  );
})();
