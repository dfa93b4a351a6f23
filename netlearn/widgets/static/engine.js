/* engine.js: walks an exported decision diagram. The same answers as netlearn.decision, by the same steps;
   a test compares the two over every case. Nothing here knows a clinical number. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;

  /* a refused value: names the field, the value and what is accepted */
  class Refused extends Error {}
  const refuse = (input, raw, accepted) => {
    throw new Refused(input.name + ': ' + JSON.stringify(raw) + ' is not accepted; accepted: ' + accepted);
  };

  /* ----- inputs and their cells ----- */
  const cellsOf = (input) => (input.kind === 'number' ? input.cells : input.values);
  const inside = ([low, lowIn, high, highIn], x) => (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
  NetLearn.domain = (input) => {
    const first = input.cells[0];
    const last = input.cells[input.cells.length - 1];
    return [first[0], first[1], last[2], last[3]];
  };
  const interval = ([low, lowIn, high, highIn]) => (lowIn ? '[' : ']') + low + '..' + high + (highIn ? ']' : '[');
  const acceptedNumber = (input) =>
    (input.integer ? 'a whole number' : 'a number') + ' within ' + interval(NetLearn.domain(input)) +
    (input.unit ? ' in ' + input.unit : '');

  /* the number of the cell that holds a value; null when it is unknown */
  const locate = (input, raw) => {
    if (raw === null || raw === undefined || raw === '') return null;
    if (input.kind !== 'number') {
      const at = input.values.indexOf(raw);
      return at >= 0 ? at : refuse(input, raw, input.values.map((v) => JSON.stringify(v)).join(', '));
    }
    const x = typeof raw === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(raw) ? Number(raw) : raw;
    if (typeof x !== 'number' || !isFinite(x) || (input.integer && !Number.isInteger(x))) refuse(input, raw, acceptedNumber(input));
    const at = input.cells.findIndex((cell) => inside(cell, x));
    return at >= 0 ? at : refuse(input, raw, acceptedNumber(input));
  };
  NetLearn.refusal = (input, raw) => {
    try {
      locate(input, raw);
      return '';
    } catch (error) {
      return error.message;
    }
  };
  /* for each input the cells that what is known leaves open */
  const allowed = (table, values) =>
    table.inputs.map((input) => {
      const at = locate(input, values[input.name]);
      return at === null ? cellsOf(input).map((_, n) => n) : [at];
    });

  /* ----- restricting: follow every open cell, leave out the impossible, keep equal parts once ----- */
  const outcomeKey = (terminal) => terminal.status + '|' + terminal.verdicts.join('|');

  const restrict = (table, open) => {
    const found = { outcomes: new Map(), terminals: new Set(), impossible: new Set(), support: new Set() };
    const memo = new Map();
    const unique = new Map();
    const end = (terminal) => {
      if (terminal.status === 'impossible') return found.impossible.add(terminal.impossible) && null;
      found.terminals.add(terminal);
      found.outcomes.set(outcomeKey(terminal), { status: terminal.status, verdicts: terminal.verdicts });
      return outcomeKey(terminal);
    };
    const node = ([number, children]) => {
      const parts = open[number].map((cell) => visit(children[cell]));
      const left = new Set(parts.filter((part) => part !== null));
      if (left.size < 2) return left.size ? [...left][0] : null;
      const key = number + ':' + parts.map((part) => (part === null ? '' : part)).join(',');
      if (!unique.has(key)) unique.set(key, { number, parts, name: '#' + unique.size });
      return unique.get(key).name;
    };
    const visit = (ref) => {
      if (!memo.has(ref)) memo.set(ref, ref < 0 ? end(table.terminals[-1 - ref]) : node(table.nodes[ref]));
      return memo.get(ref);
    };
    const root = visit(table.root);
    collectSupport(root, new Map([...unique.values()].map((part) => [part.name, part])), found.support);
    return found;
  };
  const collectSupport = (root, parts, support) => {
    const todo = [root];
    const seen = new Set();
    while (todo.length) {
      const part = parts.get(todo.pop());
      if (!part || seen.has(part.name)) continue;
      seen.add(part.name);
      support.add(part.number);
      todo.push(...part.parts);
    }
  };
  const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const outcomeOf = ({ outcomes }) => {
    const all = [...outcomes.values()];
    if (all.length === 1) return all[0];
    return { status: 'undetermined', verdicts: [...new Set(all.flatMap((o) => o.verdicts))].sort(byName) };
  };

  /* ----- the decision ----- */
  const unique = (list) => [...new Set(list)];
  const inOrder = (entries, ids) => Object.keys(entries).filter((id) => ids.has(id)).map((id) => entries[id] && { id, ...entries[id] });

  const reachedRules = (table, terminals) => inOrder(table.rules, new Set(terminals.flatMap((t) => t.rules)));
  const tellingRules = (table, terminals) => {
    const common = terminals[0].rules.filter((id) => terminals.every((t) => t.rules.includes(id)));
    return common.length ? inOrder(table.rules, new Set(common)) : reachedRules(table, terminals);
  };
  const cautionsOf = (table, terminals, clauses) => {
    const touching = inOrder(table.cautions, new Set(terminals.flatMap((t) => t.cautions)));
    const errata = unique([...clauses, ...touching].flatMap((clause) => clause.errata || []));
    const all = [...touching.map((c) => c.id), ...errata].map((id) => ({ id, ...table.cautions[id] }));
    return all.sort((a, b) => byName(a.risk, b.risk)).map(({ id, risk, title, text }) => ({ id, risk, title, text }));
  };
  const reasons = (table, status, rules, silences, missing) => {
    if (status !== 'undetermined') return unique((rules.length ? rules : silences).map((c) => c.because).filter(Boolean)).join(' ');
    const labels = table.inputs.filter((input) => missing.includes(input.name)).map((input) => input.label);
    return 'The answer depends on what is not known: ' + labels.join(', ') + '.';
  };

  /* one end of the diagram may give several reasons, another one of them: each is said once */
  const whole = (texts) => texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)));

  const blank = (table, error) => ({
    table: table.table, edition: table.edition, status: 'undetermined', verdict: null, possible: [], missing: [],
    findings: [], rules: [], because: '', evidence: [], updates: [], cautions: [], error,
  });

  const answer = (table, left) => {
    const { status, verdicts } = outcomeOf(left);
    const terminals = [...left.terminals];
    const open = status === 'undetermined';
    const rules = open ? [] : tellingRules(table, terminals);
    const reached = open ? reachedRules(table, terminals) : rules;
    const silences = inOrder(table.silent, new Set(terminals.flatMap((t) => t.silent || [])));
    const telling = [...reached, ...(rules.length ? [] : silences)];
    const missing = open ? table.inputs.filter((_, n) => left.support.has(n)).map((input) => input.name) : [];
    return {
      ...blank(table, null),
      status,
      verdict: status === 'decided' ? verdicts[0] : null,
      possible: status === 'decided' ? [] : verdicts,
      missing,
      findings: rules.map((rule) => rule.finding).filter(Boolean),
      rules: rules.map((rule) => rule.id),
      because: reasons(table, status, rules, silences, missing),
      evidence: unique(telling.flatMap((clause) => clause.facts || [])),
      updates: unique(telling.flatMap((clause) => clause.updates || [])),
      cautions: cautionsOf(table, terminals, [...reached, ...silences]),
    };
  };

  /* values: name -> value; absent or null is unknown. A refused value, or a case that is excluded, gives `error`. */
  NetLearn.decide = (table, values) => {
    try {
      const left = restrict(table, allowed(table, values));
      return left.terminals.size ? answer(table, left) : blank(table, whole([...left.impossible]).join(' '));
    } catch (error) {
      if (error instanceof Refused) return blank(table, error.message);
      throw error;
    }
  };
  Object.assign(NetLearn, { restrict, allowed, locate, cellsOf, outcomeOf });
})();
