/* crisis.js: a scene of the crisis room to be taken to safety. What it does stands in crisis-exercise.js, which only those
   pages load whose quiz asks for the room. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const later = (name) => (...given) => NetLearn.crisisExercise[name](...given);
  NetLearn.quizKind('crisis', { form: later('form'), read: later('read'), grade: later('grade') });
})();
