/* quiz-kinds.js: the kinds of questions, each registered by its own file in kinds/, and what every question asks of them.
   A kind is { read, grade, form } and perhaps { reasons }:
   read(variant, answer) is what the answer says, null for what is no answer; grade(variant, read) is its grade: both are
   pure, the twins of the kind's Python, to which a test holds them.
   form(variant) is { element, value(), show(answer) } and perhaps { mark(answer, keys), clear(), refuse(bad) }; value() is
   null while nothing is chosen, mark puts a sign and a word on the options given and on those that are right.
   reasons(variant, answer, grade) is the feedback as nodes, where it is more than paragraphs. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const W = NetLearn.words.quiz;
  const { unique, graded } = NetLearn.quizGrading;
  const DONT_KNOW = 'dont-know';
  const nothing = () => {};
  const kinds = (NetLearn.quizKinds = {});

  NetLearn.quizKind = (name, kind) => (kinds[name] = kind);

  const isEmpty = (answer) =>
    answer === null || answer === '' || (typeof answer === 'object' && Object.keys(answer).length === 0);
  const isDontKnow = (answer) => answer === DONT_KNOW || (Array.isArray(answer) && answer.length === 1 && answer[0] === DONT_KNOW);
  const plain = (result, feedback = [], more = {}) => graded(0, 1, feedback, [], { result, ...more });

  /* what an answer is before it is judged, and, of one that is recorded, how it was read */
  const taken = (variant, answer) => {
    if (isEmpty(answer)) return plain('unanswered');
    if (isDontKnow(answer)) return plain(DONT_KNOW);
    const read = kinds[variant.kind].read(variant, answer);
    return read === null ? plain('format-error', [NetLearn.say(W.accepted, variant)]) : plain('recorded', [], { read });
  };
  NetLearn.quizTaken = taken;

  /* grade(variant, answer) -> grade, the twin of netlearn.items.grade; what cannot be read costs no attempt */
  NetLearn.grade = (variant, answer) => {
    const { read, ...unjudged } = taken(variant, answer);
    if (read === undefined) return unjudged;
    const made = kinds[variant.kind].grade(variant, read);
    return { ...made, errata: unique([...(variant.errata || []), ...made.errata]) };
  };

  NetLearn.quizForm = (variant) => ({ mark: nothing, clear: nothing, refuse: nothing, ...kinds[variant.kind].form(variant) });

  const paragraphs = (texts) => texts.map((text) => h('p', {}, text));
  NetLearn.quizReasons = (variant, answer, grade) => {
    const { reasons } = kinds[variant.kind];
    return (reasons && grade.result !== 'format-error' && reasons(variant, answer, grade)) || paragraphs(grade.feedback);
  };
})();
