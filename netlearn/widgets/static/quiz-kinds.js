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
  const { unique, graded } = NetLearn.quizGrading;
  const DONT_KNOW = 'dont-know';
  const nothing = () => {};
  const kinds = (NetLearn.quizKinds = {});

  NetLearn.quizKind = (name, kind) => (kinds[name] = kind);

  const isEmpty = (answer) =>
    answer === null || answer === '' || (typeof answer === 'object' && Object.keys(answer).length === 0);
  const isDontKnow = (answer) => answer === DONT_KNOW || (Array.isArray(answer) && answer.length === 1 && answer[0] === DONT_KNOW);
  const plain = (result, feedback = []) => graded(0, 1, feedback, [], { result });

  /* grade(variant, answer) -> grade, the twin of netlearn.items.grade; what cannot be read costs no attempt */
  NetLearn.grade = (variant, answer) => {
    if (isEmpty(answer)) return plain('unanswered');
    if (isDontKnow(answer)) return plain(DONT_KNOW);
    const kind = kinds[variant.kind];
    const read = kind.read(variant, answer);
    if (read === null) return plain('format-error', ['Accepted: ' + variant.accepted + '.']);
    const made = kind.grade(variant, read);
    return { ...made, errata: unique([...(variant.errata || []), ...made.errata]) };
  };

  /* what an answer is without being judged: an assessed question holds no key */
  NetLearn.quizTaken = (variant, answer) => {
    if (isEmpty(answer)) return plain('unanswered', ['Choose or write an answer first.']);
    if (isDontKnow(answer)) return plain(DONT_KNOW);
    const read = kinds[variant.kind].read(variant, answer);
    return read === null ? plain('format-error', ['Accepted: ' + variant.accepted + '.']) : plain('recorded');
  };

  NetLearn.quizForm = (variant) => ({ mark: nothing, clear: nothing, refuse: nothing, ...kinds[variant.kind].form(variant) });

  const paragraphs = (texts) => texts.map((text) => h('p', {}, text));
  NetLearn.quizReasons = (variant, answer, grade) => {
    const { reasons } = kinds[variant.kind];
    return (reasons && grade.result !== 'format-error' && reasons(variant, answer, grade)) || paragraphs(grade.feedback);
  };
})();
