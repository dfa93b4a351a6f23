/* engine.js: walks a table's decision diagram. The same answers as netlearn.decision, by the same steps;
   a test compares the two over every case. Nothing here knows a clinical number. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { cellsOf, condition } = NetLearn;

  /* a refused value: the field by its label, the value where it cannot be read, what is accepted */
  class Refused extends Error {}
  const refuse = (input, raw) => {
    throw new Refused(NetLearn.complaint(input, raw));
  };

  /* ----- inputs and their cells ----- */
  const inside = ([low, lowIn, high, highIn], x) => (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
  NetLearn.domain = (input) => {
    const first = input.cells[0];
    const last = input.cells[input.cells.length - 1];
    return [first[0], first[1], last[2], last[3]];
  };

  /* the number of the cell that holds a value; null when it is unknown */
  const locate = (input, raw) => {
    if (raw === null || raw === undefined || raw === '') return null;
    if (input.kind !== 'number') {
      const at = input.values.indexOf(raw);
      return at >= 0 ? at : refuse(input, raw);
    }
    const x = typeof raw === 'string' ? NetLearn.typed(input, raw) : raw;
    if (typeof x !== 'number' || !isFinite(x) || (input.integer && !Number.isInteger(x))) refuse(input, raw);
    const at = input.cells.findIndex((cell) => inside(cell, x));
    return at >= 0 ? at : refuse(input, raw);
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
  const allowed = (table, values) => {
    const open = table.inputs.map((input) => {
      const at = locate(input, values[input.name]);
      return at === null ? cellsOf(input).map((_, n) => n) : [at];
    });
    return table.unsaid ? open.map((cells, n) => readUnsaid(table, open, cells, n)) : open;
  };
  /* an input left out that other inputs settle: "diffuse" where the map confines the lesions */
  const readUnsaid = (table, open, cells, n) => {
    const unsaid = table.unsaid[table.inputs[n].name];
    if (!unsaid || cells.length < 2) return cells;
    const read = [cellsOf(table.inputs[n]).indexOf(unsaid.read)];
    const ends = [...restrict(table, open.map((each, m) => (m === n ? read : each))).terminals];
    return ends.length && ends.every((end) => end.rules.some((id) => unsaid.where.includes(id))) ? read : cells;
  };

  /* ----- restricting: follow every open cell, leave out the impossible, keep equal parts once ----- */
  const statusOf = ({ impossible, verdicts }) =>
    impossible.length ? 'impossible' : ['not-stated', 'decided'][verdicts.length] || 'conflict';
  const outcomeKey = (terminal) => statusOf(terminal) + '|' + terminal.verdicts.join('|');

  const restrict = (table, open) => {
    const { nodes, terminals, root: start } = NetLearn.diagram(table);
    const found = { outcomes: new Map(), terminals: new Set(), impossible: new Set(), support: new Set() };
    const memo = new Map();
    const unique = new Map();
    const end = (terminal) => {
      if (terminal.impossible.length) {
        for (const id of terminal.impossible) found.impossible.add(id);
        return null;
      }
      found.terminals.add(terminal);
      found.outcomes.set(outcomeKey(terminal), { status: statusOf(terminal), verdicts: terminal.verdicts });
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
      if (!memo.has(ref)) memo.set(ref, ref < 0 ? end(terminals[-1 - ref]) : node(nodes[ref]));
      return memo.get(ref);
    };
    const root = visit(start);
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

  /* ----- cautions: each by its own condition, in some completion that nothing makes impossible ----- */
  const isPossible = (table, open) => {
    const { nodes, terminals, root } = NetLearn.diagram(table);
    const todo = open.every((cells) => cells.length) ? [root] : [];
    const seen = new Set();
    while (todo.length) {
      const ref = todo.pop();
      if (seen.has(ref)) continue;
      seen.add(ref);
      if (ref < 0 && !terminals[-1 - ref].impossible.length) return true;
      if (ref >= 0) todo.push(...open[nodes[ref][0]].map((cell) => nodes[ref][1][cell]));
    }
    return false;
  };
  const canHold = (table, open, caution) => {
    const wants = condition(caution);
    const left = open.map((cells, n) => (wants.has(n) ? cells.filter((cell) => (wants.get(n) >> cell) & 1) : cells));
    return left.every((cells, n) => cells.length === open[n].length) || isPossible(table, left);
  };
  /* a table that came as a diagram lists its cautions at the ends */
  const touching = (table, terminals, open) =>
    new Set(
      table.nodes
        ? terminals.flatMap((t) => t.cautions)
        : Object.keys(table.cautions).filter((id) => canHold(table, open, table.cautions[id]))
    );

  /* ----- the decision ----- */
  const unique = (list) => [...new Set(list)];
  const inOrder = (entries, ids) => Object.keys(entries).filter((id) => ids.has(id)).map((id) => entries[id] && { id, ...entries[id] });

  const reachedRules = (table, terminals) => inOrder(table.rules, new Set(terminals.flatMap((t) => t.rules)));
  const tellingRules = (table, terminals) => {
    const common = terminals[0].rules.filter((id) => terminals.every((t) => t.rules.includes(id)));
    return common.length ? inOrder(table.rules, new Set(common)) : reachedRules(table, terminals);
  };
  const cautionsOf = (table, held, clauses) => {
    const own = inOrder(table.cautions, held);
    const errata = unique([...clauses, ...own].flatMap((clause) => clause.errata || []));
    const all = [...own, ...errata.map((id) => ({ id, ...table.errata[id] }))];
    return all.sort((a, b) => byName(a.risk, b.risk)).map(({ id, risk, title, text = '' }) => ({ id, risk, title, text }));
  };
  const reasons = (table, status, rules, silences, missing) => {
    if (status !== 'undetermined') return unique((rules.length ? rules : silences).map((c) => c.because).filter(Boolean)).join(' ');
    return NetLearn.ask(table.inputs.filter((input) => missing.includes(input.name)));
  };

  /* why a case is excluded: the clauses in their order; what a derivation refuses is said as it is */
  const excluded = (table, ids) => {
    const clauses = inOrder(table.impossible, ids).map(({ because, says }) => says || because);
    return [...new Set([...clauses, ...[...ids].filter((id) => !table.impossible[id])])].join(' ');
  };

  const blank = (table, error) => ({
    table: table.table, edition: table.edition, status: 'undetermined', verdict: null, possible: [], missing: [],
    findings: [], rules: [], because: '', evidence: [], updates: [], cautions: [], error,
  });

  const answer = (table, left, open) => {
    const { status, verdicts } = outcomeOf(left);
    const terminals = [...left.terminals];
    const undetermined = status === 'undetermined';
    const rules = undetermined ? [] : tellingRules(table, terminals);
    const reached = undetermined ? reachedRules(table, terminals) : rules;
    const silences = inOrder(table.silent, new Set(terminals.flatMap((t) => t.silent)));
    const telling = [...reached, ...(rules.length ? [] : silences)];
    const missing = undetermined ? table.inputs.filter((_, n) => left.support.has(n)).map((input) => input.name) : [];
    return {
      ...blank(table, null),
      status,
      verdict: status === 'decided' ? verdicts[0] : null,
      possible: status === 'decided' ? [] : verdicts,
      missing,
      findings: [...new Set(rules.map((rule) => rule.finding).filter(Boolean))],
      rules: rules.map((rule) => rule.id),
      because: reasons(table, status, rules, silences, missing),
      evidence: unique(telling.flatMap((clause) => clause.facts || [])),
      updates: unique(telling.flatMap((clause) => clause.updates || [])),
      cautions: cautionsOf(table, touching(table, terminals, open), [...reached, ...silences]),
    };
  };

  /* values: name -> value; absent or null is unknown. A refused value, or a case that is excluded, gives `error`. */
  NetLearn.decide = (table, values) => {
    try {
      const open = allowed(table, values);
      const left = restrict(table, open);
      return left.terminals.size ? answer(table, left, open) : blank(table, excluded(table, left.impossible));
    } catch (error) {
      if (error instanceof Refused) return blank(table, error.message);
      throw error;
    }
  };
  Object.assign(NetLearn, { restrict, allowed, locate, outcomeOf, answer });
})();
