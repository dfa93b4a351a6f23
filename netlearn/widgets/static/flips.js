/* flips.js: the single changes of one input that alter the answer. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { restrict, allowed, locate, cellsOf, condition, outcomeOf } = NetLearn;

  const same = (a, b) => a.status === b.status && a.verdicts.join('|') === b.verdicts.join('|');
  const tidy = (x) => Number(x.toFixed(9)); // 20 + 0.1 is 20.1

  /* neighbouring cells of a number with one outcome are one region */
  const join = (regions) =>
    regions.reduce((joined, next) => {
      const last = joined[joined.length - 1];
      const meets = last && Array.isArray(next.cell) && same(last.outcome, next.outcome) && last.cell[2] === next.cell[0];
      if (!meets) return [...joined, next];
      const cell = [last.cell[0], last.cell[1], next.cell[2], next.cell[3]];
      return [...joined.slice(0, -1), { cell, outcome: next.outcome }];
    }, []);

  /* whether a value of one input makes a case that nobody would meet, whatever is unknown */
  const implausible = (table, open, number) =>
    (table.implausible || []).some((cells) => {
      const wants = condition({ cells });
      return wants.has(number) && [...wants].every(([n, mask]) => open[n].every((cell) => (BigInt(mask) >> BigInt(cell)) & 1n));
    });

  const regionsOf = (table, open, number) =>
    join(
      cellsOf(table.inputs[number])
        .map((cell, n) => ({ cell, n, there: open.map((cells, i) => (i === number ? [n] : cells)) }))
        .filter(({ n, there }) => (open[number].length === 1 && open[number][0] === n) || !implausible(table, there, number))
        .map(({ cell, there }) => ({ cell, left: restrict(table, there) }))
        .filter(({ left }) => left.terminals.size)
        .map(({ cell, left }) => ({ cell, outcome: outcomeOf(left) }))
    );

  const holds = (cell, x) => (cell[1] ? x >= cell[0] : x > cell[0]) && (cell[3] ? x <= cell[2] : x < cell[2]);

  /* for a number the regions on either side, for a choice those of the other values */
  const changed = (input, value, regions) => {
    if (input.kind === 'number') {
      const now = regions.findIndex(({ cell }) => holds(cell, Number(value)));
      return [regions[now - 1], regions[now + 1]].filter(Boolean);
    }
    const now = regions.find(({ cell }) => cell === value);
    return regions.filter(({ outcome }) => !now || !same(outcome, now.outcome));
  };

  /* a value that makes the change: an end that belongs to the region, else one step inside, else its middle */
  const nearest = (input, cell) => {
    if (!Array.isArray(cell)) return cell;
    const [low, , high] = NetLearn.domain(input);
    const ends = [...(cell[0] !== low ? [cell[0]] : []), ...(cell[2] !== high ? [cell[2]] : [])];
    const tries = ends.flatMap((end) => [end, tidy(end + input.step), tidy(end - input.step)]);
    const fit = tries.find((x) => holds(cell, x));
    return fit !== undefined ? fit : witness(cell);
  };
  const witness = (cell) => (cell[1] ? cell[0] : cell[3] ? cell[2] : (cell[0] + cell[2]) / 2);

  /* the region as a unary test, without the ends that the input cannot pass anyway */
  const describe = (input, cell) => {
    if (!Array.isArray(cell)) return '= ' + input.labels[input.values.indexOf(cell)];
    const [low, lowIn, high, highIn] = cell;
    const domain = NetLearn.domain(input);
    const fromStart = low === domain[0] && lowIn === domain[1];
    const toEnd = high === domain[2] && highIn === domain[3];
    if (fromStart && toEnd) return '-';
    if (fromStart) return (highIn ? '<= ' : '< ') + high;
    if (toEnd) return (lowIn ? '>= ' : '> ') + low;
    if (low === high) return '= ' + low;
    return (lowIn ? '[' : ']') + low + '..' + high + (highIn ? ']' : '[');
  };

  const flip = (input, { cell, outcome }) => ({
    input: input.name,
    to: describe(input, cell),
    set: nearest(input, cell),
    status: outcome.status,
    verdict: outcome.status === 'decided' ? outcome.verdicts[0] : null,
    possible: outcome.status === 'decided' ? [] : outcome.verdicts,
  });

  NetLearn.flips = (table, values, decision) => {
    if (decision.error) return [];
    const open = allowed(table, values);
    const now = { status: decision.status, verdicts: decision.verdict ? [decision.verdict] : decision.possible };
    return table.inputs.flatMap((input, number) => {
      const known = locate(input, values[input.name]) !== null;
      if (!known && !decision.missing.includes(input.name)) return [];
      const regions = regionsOf(table, open, number);
      const other = known ? changed(input, values[input.name], regions) : regions;
      return other.filter(({ outcome }) => !same(outcome, now)).map((region) => flip(input, region));
    });
  };
})();
