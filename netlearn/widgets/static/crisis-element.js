/* crisis-element.js: the crisis room as an element; it starts when its data is there. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  NetLearn.define('net-crisis', (element) =>
    NetLearn.when('crisis-room', (editions) => NetLearn.crisis(element, NetLearn.optionsOf(element, editions)))
  );
})();
