/* classify.js: options that a table gives; on the page a choice like any other, whose file stands before this one. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  NetLearn.quizKind('classify', NetLearn.quizKinds.choice);
})();
