/* dose-written.js: a dose as it is written: what may be read in two ways, said in a sentence: the twin of
   netlearn/clinic/written.py. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const NUMBER = /^([-\u2212]?) ?([0-9]+(?:\.[0-9]+)?)(?![0-9.,])/;
  const GROUPED = /^([1-9][0-9]{0,2})\.([0-9]{3})$/; // "0.125" is not written so, nor is "33.34"

  /* as a small number it is written with two places, or with four */
  const small = (number) => (number.endsWith('0') ? number.replace(/\.?0+$/, '') : number + '0');

  /* why a dose so written is not taken, in the words W; empty where its number is above 0 and read in one way only */
  NetLearn.doseSlip = (text, W) => {
    const [, sign, number] = NUMBER.exec(text.trim()) || [];
    if (number === undefined) return '';
    if (sign || !/[1-9]/.test(number)) return W.above_zero;
    const [, thousands, rest] = GROUPED.exec(number) || [];
    return rest === undefined ? '' : NetLearn.say(W.grouped, { number, small: small(number), large: thousands + rest });
  };
})();
