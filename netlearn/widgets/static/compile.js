/* compile.js: a table's decision diagram from its clauses, on first use: the twin of netlearn/decision/diagram.py.
   A clause names inputs by number, and of each the cells that it accepts, as bits. Sets of clauses are bits too. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const KINDS = ['rules', 'silent', 'conflicts', 'impossible'];
  const cellsOf = (input) => (input.kind === 'number' ? input.cells : input.values);

  /* [[input, mask]] of a clause, as a map */
  const condition = ({ cells }) => new Map(cells.flatMap((_, n) => (n % 2 ? [] : [[cells[n], cells[n + 1]]])));
  const has = (mask, n) => ((mask >> BigInt(n)) & 1n) === 1n;
  const maskOf = (list, keep) => list.reduce((mask, one, n) => (keep(one, n) ? mask | (1n << BigInt(n)) : mask), 0n);

  const clausesOf = (table) =>
    KINDS.flatMap((kind) => Object.entries(table[kind]).map(([id, clause]) => ({ id, kind, ...clause, wants: condition(clause) })));

  /* for each rule that prevails over others, which those are and which prevail over it */
  const precedence = (clauses) => {
    const beats = clauses.map(({ over = [] }) => maskOf(clauses, ({ id, kind }) => kind === 'rules' && over.includes(id)));
    const beaten = (rule) => maskOf(clauses, (_, n) => has(beats[n], rule));
    return beats.map((mask, rule) => [rule, mask, beaten(rule)]).filter(([, mask]) => mask);
  };

  /* the rules that no prevailing rule beats; a rule that is itself beaten beats nothing */
  const prevailing = (rules) => {
    const left = new Map();
    const prevails = (rule) => {
      if (!left.has(rule)) left.set(rule, !rules.some((other) => (other.over || []).includes(rule.id) && prevails(other)));
      return left.get(rule);
    };
    return rules.filter(prevails);
  };

  const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  /* the end of a case for which these clauses hold */
  const terminal = (holding) => {
    const ids = (kind) => holding.filter((clause) => clause.kind === kind).map(({ id }) => id);
    const impossible = ids('impossible');
    if (impossible.length) return { rules: [], silent: [], conflicts: [], impossible, verdicts: [] };
    const left = prevailing(holding.filter(({ kind }) => kind === 'rules'));
    const verdicts = [...new Set(left.map(({ verdict }) => verdict))].sort(byName);
    return { rules: left.map(({ id }) => id), silent: ids('silent'), conflicts: ids('conflicts'), impossible, verdicts };
  };

  /* nodes and terminals, each kept once */
  const store = () => {
    const nodes = [];
    const terminals = [];
    const known = new Map();
    const once = (key, add) => {
      if (!known.has(key)) known.set(key, add());
      return known.get(key);
    };
    const node = (number, children) =>
      children.every((child) => child === children[0])
        ? children[0]
        : once(number + ':' + children.join(','), () => nodes.push([number, children]) - 1);
    const end = (made) => once(JSON.stringify(made), () => -terminals.push(made));
    return { nodes, terminals, node, end };
  };

  const compile = (table) => {
    const clauses = clausesOf(table);
    const counts = table.inputs.map((input) => cellsOf(input).length);
    const accepts = (wants, number, cell) => !wants.has(number) || has(BigInt(wants.get(number)), cell);
    const testing = counts.map((_, number) => maskOf(clauses, ({ wants }) => wants.has(number)));
    const kept = counts.map((count, number) =>
      Array.from({ length: count }, (_, cell) => maskOf(clauses, ({ wants }) => accepts(wants, number, cell)))
    );
    const open = [...counts, 0].map((_, level) => maskOf(clauses, ({ wants }) => [...wants.keys()].some((n) => n >= level)));
    const excluding = maskOf(clauses, ({ kind }) => kind === 'impossible');
    const over = precedence(clauses);
    const made = store();
    const memo = counts.concat(0).map(() => new Map());

    /* the same set without what can make no difference any more */
    const settled = (level, alive) => {
      const certain = alive & ~open[level];
      if (certain & excluding) return alive & excluding;
      return over.reduce((left, [rule, beats, beaten]) => (has(certain, rule) && !(left & beaten) ? left & ~beats : left), alive);
    };
    const end = (alive) => made.end(terminal(clauses.filter((_, n) => has(alive, n))));
    const below = (level, alive) => made.node(level, kept[level].map((cell) => visit(level + 1, alive & cell)));
    const visit = (start, all) => {
      let level = start;
      while (level < counts.length && !(all & testing[level])) level += 1;
      const alive = settled(level, all);
      if (!memo[level].has(alive)) memo[level].set(alive, level < counts.length ? below(level, alive) : end(alive));
      return memo[level].get(alive);
    };
    return { root: visit(0, maskOf(clauses, () => true)), nodes: made.nodes, terminals: made.terminals };
  };

  /* what a table sent as a diagram leaves out is empty */
  const filled = (table) => {
    const empty = { rules: [], cautions: [], silent: [], impossible: [], verdicts: [] };
    return { root: table.root, nodes: table.nodes, terminals: table.terminals.map((end) => ({ ...empty, ...end })) };
  };
  const compiled = new WeakMap();
  NetLearn.diagram = (table) => {
    if (!compiled.has(table)) compiled.set(table, table.nodes ? filled(table) : compile(table));
    return compiled.get(table);
  };
  Object.assign(NetLearn, { cellsOf, condition });
})();
