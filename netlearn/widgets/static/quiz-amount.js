/* quiz-amount.js: amounts with a unit, read exactly as netlearn.quantity reads them: BigInt fractions, one closed list
   of units that Python exports, nothing guessed. NetLearn.units: dimension -> spelling -> size as "n" or "n/d". */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const units = (NetLearn.units = NetLearn.units || {});

  const LARGEST = 10n ** 60n; // numerators stay below this
  const FINEST = 10n ** 30n; // denominators stay at or below this
  const LONGEST = 200; // longer text is refused unread
  /* what Python's str.split() takes for space, which is not quite what \s is */
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const AMOUNT = /^([0-9]{1,60}(?:\.[0-9]{1,30}|\u2044[1-9][0-9]{0,29})?) ?([^0-9 ].*)?$/;

  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const fraction = (n, d) => {
    const by = gcd(n < 0n ? -n : n, d) || 1n;
    return { n: n / by, d: d / by };
  };
  /* "4.1", "-0.5", "3/4" or with the fraction slash */
  const number = (text) => {
    const [top, below] = text.split(/[/\u2044]/);
    const [whole, places = ''] = top.split('.');
    return fraction(BigInt(whole + places), below ? BigInt(below) : 10n ** BigInt(places.length));
  };
  const modest = ({ n, d }) => n < LARGEST && d <= FINEST;
  const times = (a, b) => fraction(a.n * b.n, a.d * b.d);
  const over = (a, b) => fraction(a.n * b.d, a.d * b.n);
  const upTo = (a, b) => a.n * b.d <= b.n * a.d;

  /* the amount that a text states, in `unit`, as a fraction; null when it is not accepted */
  const amount = (text, dimension, unit) => {
    const known = units[dimension] || {};
    if (typeof text !== 'string' || [...text].length > LONGEST) return null;
    const found = AMOUNT.exec(text.split(SPACE).filter(Boolean).join(' '));
    const spelt = found && (found[2] || '');
    if (!found || !Object.hasOwn(known, spelt) || !modest(number(found[1]))) return null;
    const value = over(times(number(found[1]), number(known[spelt])), number(known[unit]));
    return modest(value) ? value : null;
  };
  const within = (value, { low, high }) => upTo(number(low), value) && upTo(value, number(high));

  NetLearn.quizAmount = { amount, within, fraction };
})();
