/* say.js: the words of the list, knowledge/words.toml, and how names are filled in. It stands before every script that says
   something; each brings the sections that only it says. */
(function () {
  'use strict';
  const NetLearn = (globalThis.NetLearn = globalThis.NetLearn || { queue: [] });

  /* a text with its names filled in: as parts, or as one */
  NetLearn.parts = (text, filled) => text.split(/\{(\w+)\}/).map((part, n) => (n % 2 ? filled[part] : part));
  NetLearn.say = (text, filled) => NetLearn.parts(text, filled).join('');
})();
