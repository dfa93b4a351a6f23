/* quiz-review.js: spaced review after SM-2 (P. A. Wozniak, "Optimization of learning", 1990: algorithm SM-2), the
   twin of netlearn.items.review, and what one more answer makes of an item's record. Pure: the day comes from outside. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  const LEAST_EASE = 130; // hundredths
  const START = { repetitions: 0, days: 0, ease: 250 };
  const FIRST = 1; // days after the first and second success
  const SECOND = 6;
  const PASSED = 3;
  const AGAIN = 4; // below this SM-2 asks again; an item that never was stays out of the review
  const QUALITY = { partly: 2, 'dont-know': 1, wrong: 1, shown: 1 }; // shown: the answer was looked at

  /* 0 to 5; null for what was no answer, which changes nothing */
  const quality = ({ result }, confidence) => {
    if (result === 'right') return { sure: 5, unsure: 3 }[confidence] || 4;
    if (result === 'wrong' && confidence === 'sure') return 0;
    return QUALITY[result] === undefined ? null : QUALITY[result];
  };
  const reviewed = ({ repetitions, days, ease }, q) => {
    const miss = 5 - q;
    const next = Math.max(LEAST_EASE, ease + 10 - miss * (8 + miss * 2));
    if (q < PASSED) return { repetitions: 0, days: FIRST, ease: next };
    return { repetitions: repetitions + 1, days: [FIRST, SECOND][repetitions] || Math.ceil((days * next) / 100), ease: next };
  };

  /* the order of a debrief: 0 for wrong, sure and dangerous, up to 8 for right and not unsure */
  const urgency = ({ result, dangerous }, confidence) => {
    const sure = confidence === 'sure';
    if ((result === 'wrong' || result === 'partly') && dangerous) return sure ? 0 : 1;
    if (result === 'wrong') return sure ? 2 : 3;
    if (result === 'right') return confidence === 'unsure' ? 7 : 8;
    return { partly: 4, 'dont-know': 5 }[result] || 6;
  };

  /* days are texts, "2026-11-24", that sort as they follow one another */
  const later = (day, n) => {
    const date = new Date(day + 'T00:00:00Z');
    date.setUTCDate(date.getUTCDate() + n);
    return date.toISOString().slice(0, 10);
  };
  const isDue = (record, day) => Boolean(record && record.due && record.due <= day);

  /* Missed items enter the review. Practice before the day leaves it as it is, unless the item is missed again. */
  const schedule = (record, q, day) => {
    const known = record && record.schedule;
    const early = known && record.due > day;
    if (q === null || (!known && q >= AGAIN) || (early && q >= PASSED)) return record ? { schedule: record.schedule, due: record.due } : {};
    const next = reviewed(known || START, q);
    return { schedule: next, due: later(day, next.days) };
  };
  /* the record of an item after one more try; a try is {seed, confidence, result, score, dangerous, at} */
  const answered = (record, tried, day) => ({
    first: record ? record.first : tried,
    last: tried,
    tries: (record ? record.tries : 0) + 1,
    schedule: null,
    due: null,
    ...schedule(record, quality(tried, tried.confidence), day),
  });

  NetLearn.quizReview = { quality, reviewed, urgency, later, isDue, answered };
})();
