/* quiz-file.js: what is kept, as text: one object for the course with a schema version. Read strictly: whatever is not
   understood is refused whole, with a reason, so that nothing is lost by guessing. Pure. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const SCHEMA = 1;
  const LONGEST = 5_000_000; // characters
  const RESULTS = ['right', 'partly', 'wrong', 'dont-know', 'shown'];
  const ID = /^[\w.-]+\/[a-z0-9-]+@[1-9][0-9]*$/; // chapter/slug@version
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const has = (value, keys) => isObject(value) && Object.keys(value).sort().join() === [...keys].sort().join();
  const isCount = (value, least = 0) => Number.isSafeInteger(value) && value >= least;
  const isDate = (value, pattern) => typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));

  const isAnswer = (a) =>
    has(a, ['seed', 'answer', 'confidence', 'result', 'score', 'dangerous', 'at']) &&
    typeof a.seed === 'string' &&
    ['sure', 'unsure', null].includes(a.confidence) &&
    RESULTS.includes(a.result) &&
    /^\d+(\/\d+)?$/.test(a.score) &&
    typeof a.dangerous === 'boolean' &&
    isDate(a.at, TIME);
  const isSchedule = (s) => has(s, ['repetitions', 'days', 'ease']) && isCount(s.repetitions) && isCount(s.days, 1) && isCount(s.ease, 130);
  const isRecord = (r) =>
    has(r, ['first', 'last', 'tries', 'schedule', 'due']) &&
    isAnswer(r.first) &&
    isAnswer(r.last) &&
    isCount(r.tries, 1) &&
    (r.schedule === null ? r.due === null : isSchedule(r.schedule) && isDate(r.due, DAY));

  const parse = (text) => {
    try {
      return text.length <= LONGEST ? JSON.parse(text) : null;
    } catch (error) {
      return null;
    }
  };
  /* {items} or {trouble: 'newer' | 'unreadable', why} */
  const read = (text, course) => {
    const data = parse(text);
    const bad = (why) => ({ trouble: 'unreadable', why });
    if (!isObject(data)) return bad('it is not a file of answers');
    if (data.course !== course) return bad('it does not belong to this course');
    if (isCount(data.schema, SCHEMA + 1)) return { trouble: 'newer', why: 'it was written by a newer version of the course' };
    if (data.schema !== SCHEMA || !has(data, ['schema', 'course', 'items']) || !isObject(data.items)) return bad('its form is not known');
    const wrong = Object.keys(data.items).find((id) => !ID.test(id) || !isRecord(data.items[id]));
    return wrong === undefined ? { items: data.items } : bad('the entry ' + JSON.stringify(wrong.slice(0, 60)) + ' is not understood');
  };
  const write = (items, course) => JSON.stringify({ schema: SCHEMA, course, items });

  /* of two records of one item: the earlier first answer, the later last one with its schedule */
  const mergeRecord = (a, b) => ({
    ...(b.last.at > a.last.at ? b : a),
    first: b.first.at < a.first.at ? b.first : a.first,
    tries: Math.max(a.tries, b.tries),
  });
  const merge = (mine, other) => {
    const merged = { ...mine };
    for (const [id, record] of Object.entries(other)) merged[id] = Object.hasOwn(mine, id) ? mergeRecord(mine[id], record) : record;
    return merged;
  };

  NetLearn.quizFile = { read, write, merge };
})();
