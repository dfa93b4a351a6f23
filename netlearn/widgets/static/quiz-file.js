/* quiz-file.js: what is kept, as text: one object for the course with a schema version. `answers` holds what was answered
   last to each variant, under its key "chapter/slug@version#seed"; `items` what the review knows of each item. The twin of
   netlearn.items.answers and of its answers_text, which read what is written here. Read strictly: whatever is not understood
   is refused whole, with a reason, so that nothing is lost by guessing. Pure. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const W = NetLearn.words.answers;
  const SCHEMA = 2;
  const LONGEST = 5_000_000; // characters
  const RESULTS = ['right', 'partly', 'wrong', 'dont-know', 'shown'];
  const ID = /^[\w.-]{1,100}\/[a-z0-9-]{1,100}@[1-9][0-9]{0,8}$/; // chapter/slug@version
  const KEY = /^[\w.-]{1,100}\/[a-z0-9-]{1,100}@[1-9][0-9]{0,8}#[\w.-]{1,64}$/;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const has = (value, keys) => isObject(value) && Object.keys(value).sort().join() === [...keys].sort().join();
  const isCount = (value, least = 0) => Number.isSafeInteger(value) && value >= least;
  const isDate = (value, pattern) => typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value));

  const isSure = (confidence) => ['sure', 'unsure', null].includes(confidence);
  const isAnswer = (a) => has(a, ['answer', 'confidence', 'at']) && isSure(a.confidence) && isDate(a.at, TIME);
  const isTry = (a) =>
    has(a, ['seed', 'confidence', 'result', 'score', 'dangerous', 'at']) &&
    typeof a.seed === 'string' &&
    isSure(a.confidence) &&
    RESULTS.includes(a.result) &&
    /^\d+(\/\d+)?$/.test(a.score) &&
    typeof a.dangerous === 'boolean' &&
    isDate(a.at, TIME);
  const isSchedule = (s) => has(s, ['repetitions', 'days', 'ease']) && isCount(s.repetitions) && isCount(s.days, 1) && isCount(s.ease, 130);
  const isRecord = (r) =>
    has(r, ['first', 'last', 'tries', 'schedule', 'due']) &&
    isTry(r.first) &&
    isTry(r.last) &&
    isCount(r.tries, 1) &&
    (r.schedule === null ? r.due === null : isSchedule(r.schedule) && isDate(r.due, DAY));

  const parse = (text) => {
    try {
      return text.length <= LONGEST ? JSON.parse(text) : null;
    } catch (error) {
      return null;
    }
  };
  const isTold = (a) => isObject(a) && Object.hasOwn(a, 'answer');
  /* schema 1 kept the answers in the tries; an answer that was shown was nobody's */
  const ofOne = (items) => {
    if (!isObject(items) || !Object.values(items).every((r) => isObject(r) && [r.first, r.last].every(isTold))) return null;
    const answers = {};
    const split = (id, { answer, ...tried }) => {
      if (tried.result !== 'shown') answers[id + '#' + tried.seed] = { answer, confidence: tried.confidence, at: tried.at };
      return tried;
    };
    const records = Object.entries(items).map(([id, r]) => [id, { ...r, first: split(id, r.first), last: split(id, r.last) }]);
    return { answers, items: Object.fromEntries(records) };
  };
  const parts = (data) => {
    if (data.schema === 1 && has(data, ['schema', 'course', 'items'])) return ofOne(data.items);
    const known = data.schema === SCHEMA && has(data, ['schema', 'course', 'answers', 'items']);
    return known && isObject(data.answers) && isObject(data.items) ? { answers: data.answers, items: data.items } : null;
  };
  const misunderstood = ({ answers, items }) =>
    Object.keys(items).find((id) => !ID.test(id) || !isRecord(items[id])) ||
    Object.keys(answers).find((key) => !KEY.test(key) || !isAnswer(answers[key]));

  /* {answers, items} or {trouble: 'newer' | 'unreadable', why} */
  const read = (text, course) => {
    const data = parse(text);
    const bad = (why) => ({ trouble: 'unreadable', why });
    if (!isObject(data)) return bad(W.no_file);
    if (data.course !== course) return bad(W.other_course);
    if (isCount(data.schema, SCHEMA + 1)) return { trouble: 'newer', why: W.newer_file };
    const found = parts(data);
    if (!found) return bad(W.form);
    const wrong = misunderstood(found);
    return wrong === undefined ? found : bad(NetLearn.say(W.entry, { entry: JSON.stringify(wrong.slice(0, 60)) }));
  };
  const write = ({ answers, items }, course) => JSON.stringify({ schema: SCHEMA, course, answers, items });

  /* ----- one line of text, to be pasted into a notebook: no quote, no space, and a check sum ----- */
  const crc32 = (bytes) => {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ((sum ^ -1) >>> 0).toString(16).padStart(8, '0');
  };
  const pack = (answers, course) => {
    const bytes = new TextEncoder().encode(write({ answers, items: {} }, course));
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return 'netlearn-answers-2:' + text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') + ':' + crc32(bytes);
  };

  /* of two records of one item: the earlier first answer, the later last one with its schedule */
  const mergeRecord = (a, b) => ({
    ...(b.last.at > a.last.at ? b : a),
    first: b.first.at < a.first.at ? b.first : a.first,
    tries: Math.max(a.tries, b.tries),
  });
  const joined = (mine, other, join) => {
    const merged = { ...mine };
    for (const [name, value] of Object.entries(other)) merged[name] = Object.hasOwn(mine, name) ? join(mine[name], value) : value;
    return merged;
  };
  const later = (a, b) => (b.at > a.at ? b : a);
  const merge = (mine, other) => ({
    answers: joined(mine.answers, other.answers, later),
    items: joined(mine.items, other.items, mergeRecord),
  });

  NetLearn.quizFile = { read, write, merge, pack };
})();
