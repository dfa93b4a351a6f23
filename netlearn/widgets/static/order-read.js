/* order-read.js: what a written order says, as the inputs of the table of doses: the twin of netlearn/clinic/doses.py.
   An amount needs its unit: a mass becomes microgram, an activity GBq, and a rate what it gives in an hour. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { say } = NetLearn;
  const RATE = /\/h$/;
  const REPEATED = /^(?!single$|continuous$)/; // what is given again and again is not given for one crisis

  const inputOf = (table, name) => table.inputs.find((input) => input.name === name);
  const known = (value) => value !== null && value !== undefined && value !== '';

  /* the amount in the table's unit, or why there is none */
  const amountOf = (table, { measured, measures }, order, asInfusion) => {
    const W = NetLearn.words.order;
    const { amount, unit, drug } = order;
    if (!amount) return unit ? { error: W.no_number } : {};
    const [mass, activity] = [inputOf(table, 'dose_microgram'), inputOf(table, 'activity_gbq')];
    const slip = NetLearn.doseSlip(amount, NetLearn.words.written);
    if (slip) return { error: slip };
    if (typeof NetLearn.typed({}, amount) !== 'number') return { error: say(W.unread, { amount }) };
    if (!unit) return { error: say(W.no_unit, { amount }) };
    const written = amount + '\u00a0' + unit;
    const base = unit.replace(RATE, '');
    const kind = base in mass.units ? 'mass' : 'activity';
    if (RATE.test(unit) && !asInfusion) return { error: say(W.rate, { written }) };
    const asked = kind === 'mass' ? mass : activity;
    const value = NetLearn.typed(asked, amount + ' ' + base);
    if (measured[drug] === 'any') return {}; // no source gives a dose to compare
    if (measured[drug] && measured[drug] !== kind) return { error: say(W.other_unit, { unit, units: measures[measured[drug]] }) };
    return { value, values: { [asked.name]: value } };
  };

  /* table, words (what an order may say), order: drug, formulation, amount, unit, route, frequency, context */
  NetLearn.readOrder = (table, words, order) => {
    const { drug, formulation, context, route, frequency } = order;
    const asInfusion = route === 'infusion' || frequency === 'continuous';
    if (frequency === 'continuous' && (route === 'IM' || route === 'oral')) return { error: NetLearn.words.order.running };
    const found = amountOf(table, words, order, asInfusion);
    if (found.error) return found;
    const acute = known(context) ? words.acute.includes(context) : known(frequency) && REPEATED.test(frequency) ? false : null;
    const infusion = asInfusion || known(route) || known(order.amount) ? asInfusion : null;
    const values = {
      ...{ drug, formulation, context, acute, infusion },
      route: route === 'infusion' ? 'IV' : route,
      frequency: frequency === 'continuous' ? null : frequency,
      ...found.values,
    };
    return { ...found, values: Object.fromEntries(Object.entries(values).filter(([, value]) => known(value))) };
  };
})();
