/* carry.js: a case taken from one edition of a table to another, as netlearn.decision.carry does it; a test compares them. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say } = NetLearn;
  const W = NetLearn.words.carry;
  const known = (value) => value !== null && value !== undefined;

  const isNewer = (now, then) => NetLearn.editions.findIndex(({ id }) => id === now.edition) > NetLearn.editions.findIndex(({ id }) => id === then.edition);
  /* what the old edition calls an input of the new one */
  const nameIn = (then, now, name) => {
    if (isNewer(now, then)) return now.renames[name] || name;
    return (Object.entries(then.renames).find(([, old]) => old === name) || [name])[0];
  };
  /* what became of a verdict: its parts, or the one of which it was a part */
  const parts = (input, before, given, then, now) => {
    if (isNewer(now, then)) return Object.entries(input.was || {}).filter(([, was]) => was === given).map(([value]) => value);
    const was = ((before && before.was) || {})[given];
    return was && input.values.includes(was) ? [was] : [];
  };

  /* values in the words of the table `then`; returns them in those of `now`, with sentences about what became of the rest */
  NetLearn.carry = (then, now, values) => {
    const carried = {};
    const notes = [];
    const edition = NetLearn.editionWord(now.edition);
    for (const input of now.inputs) {
      const named = nameIn(then, now, input.name);
      const old = named in values ? named : input.name;
      const given = values[old];
      if (!known(given)) continue;
      const before = then.inputs.find(({ name }) => name === old);
      const name = NetLearn.inSentence(input.label);
      const found = NetLearn.refusal(input, given) ? parts(input, before, given, then, now) : [given];
      if (found.length === 1) carried[input.name] = found[0];
      if (found.length === 1 && old !== input.name) notes.push(say(W.renamed, { edition, old: NetLearn.inSentence(before.label), new: name }));
      if (found.length > 1) notes.push(say(W.finer, { edition, input: name }));
      if (!found.length) notes.push(say(W.unknown, { edition, input: name, value: before ? NetLearn.shown(before, given) : String(given) }));
    }
    return { values: carried, notes };
  };
  /* the inputs of `now` whose values come from `then`: what is not carried to them is not known */
  NetLearn.carriedTo = (then, now) => now.inputs.map(({ name }) => name).filter((name) => then.inputs.some((input) => input.name === nameIn(then, now, name)));
})();
