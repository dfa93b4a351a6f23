/* amount.js: what is typed into a box, read as Python reads it, and what is said where it is refused. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say, words } = NetLearn;
  const LONGEST = 60; // characters of a value that a sentence quotes
  const AMOUNT = /^([0-9]{1,60}(?:\.[0-9]{0,30}|\u2044[1-9][0-9]{0,29})?) ?([^0-9 ].*)?$/;

  /* as a fraction of whole numbers: 30.1 mm is 3.01 cm, whatever a machine makes of thirty and one tenth by ten */
  const fraction = (text) => {
    const [top, below = '1'] = text.split('\u2044');
    const [whole, rest = ''] = top.split('.');
    return [BigInt(whole + rest), BigInt(below) * 10n ** BigInt(rest.length)];
  };
  const ratio = ([top, below], [up, down] = [1, 1]) => Number(top * BigInt(up)) / Number(below * BigInt(down));

  /* the number in the input's unit that a text states; the text itself where it states none; null where it is empty */
  NetLearn.typed = (input, text) => {
    const trimmed = text.trim().split(/\s+/).join(' ');
    if (!trimmed) return null;
    const [, number, unit] = AMOUNT.exec(trimmed) || [];
    if (number === undefined || (unit && number.endsWith('.'))) return trimmed;
    if (!unit) return ratio(fraction(number));
    if (!Object.hasOwn(input.units || {}, unit)) return trimmed;
    return ratio(fraction(number), input.units[unit]);
  };

  const quoted = (value) => (String(value).length > LONGEST ? String(value).slice(0, LONGEST) + '…' : String(value));
  const accepted = (input) => {
    const W = words.refused;
    const [low, lowIn, high, highIn] = NetLearn.domain(input);
    const closed = highIn ? W[lowIn ? 'from_to' : 'over_to'] : W[lowIn ? 'from_under' : 'over_under'];
    const span = say(closed, { low, high: high + (input.unit ? '\u00a0' + input.unit : '') });
    return say(W[input.integer ? 'whole' : 'number'], { label: input.label, span });
  };
  NetLearn.complaint = (input, value) => {
    const W = words.refused;
    if (input.kind !== 'number') return say(W.choice, { label: input.label, value: quoted(value), labels: NetLearn.list(input.labels, 'or') });
    if (typeof value !== 'string' || typeof NetLearn.typed(input, value) === 'number') return accepted(input);
    if (value.includes(',') && !input.integer) return accepted(input) + ' ' + W.comma;
    return say(W.unread, { value: quoted(value) }) + ' ' + accepted(input);
  };
})();
