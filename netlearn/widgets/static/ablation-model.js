/* ablation-model.js: what the ablation bench works out. The same answers as netlearn.clinic.ablation, coverings and
   grid in netlearn.models; a test compares them. Nothing here knows a clinical number. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { restrict, allowed, outcomeOf } = NetLearn;

  const DIAMETER = 'largest_diameter_cm';
  const SAFE = 1e-9; // the bound gives way by this much, so that rounding never makes it claim too many
  const tidy = (x) => Number(x.toFixed(9)); // 3.1 + 2 * 0.5 is 4.1

  /* ----- sizes: diameters in cm, volumes in ml ----- */
  const ball = (diameter) => (Math.PI / 6) * diameter ** 3;
  const atLeast = (ratio) => {
    if (ratio <= 1) return 1;
    const cosine = Math.sqrt(1 - 1 / ratio ** 2);
    let n = 4;
    while (1 / (Math.tan((n * Math.PI) / (6 * n - 12)) * Math.sqrt(3)) < cosine - SAFE) n += 1;
    return Math.max(n, Math.ceil(tidy(ratio ** 3)));
  };
  const sizing = (bench, diameter, margin, zone) => {
    const required = tidy(diameter + 2 * margin);
    if (required > bench.largest) return null;
    const found = bench.coverings.find(([, ratio]) => tidy(ratio * zone) >= required);
    return {
      diameter,
      margin,
      zone,
      required,
      lesionMl: ball(diameter),
      requiredMl: ball(required),
      atLeast: atLeast(required / zone),
      enough: found ? found[0] : null,
    };
  };

  /* ----- chances: exact, in whole numbers ----- */
  const digits = (number) => {
    const [mantissa, power] = String(number).trim().split('e');
    const [whole, rest = ''] = mantissa.split('.');
    return { value: BigInt(whole + rest), places: rest.length - Number(power || 0) };
  };
  const whole = (numbers) => {
    const parts = numbers.map(digits);
    const places = Math.max(...parts.map((part) => part.places));
    return parts.map((part) => part.value * 10n ** BigInt(places - part.places));
  };
  const least = (a, b) => (a < b ? a : b);
  const most = (a, b) => (a > b ? a : b);
  const divisor = (a, b) => (b ? divisor(b, a % b) : a);
  const share = (part, all) => [Number(part / divisor(part, all)), Number(all / divisor(part, all))];

  /* the share of each answer in the interval around the measured diameter; the case must be one that is not refused */
  const chances = (table, values, error) => {
    const number = table.inputs.findIndex((input) => input.name === DIAMETER);
    const { cells } = table.inputs[number];
    const [measured, off, ...ends] = whole([values[DIAMETER], error, ...cells.flatMap((cell) => [cell[0], cell[2]])]);
    const low = most(ends[0], measured - off);
    const high = least(ends[ends.length - 1], measured + off);
    const open = allowed(table, values);
    const found = new Map();
    cells.forEach((_, n) => {
      const inside = least(ends[2 * n + 1], high) - most(ends[2 * n], low);
      if (inside <= 0n) return;
      const outcome = outcomeOf(restrict(table, open.map((some, i) => (i === number ? [n] : some))));
      const key = outcome.status + '|' + outcome.verdicts.join('|');
      found.set(key, { ...outcome, part: inside + (found.has(key) ? found.get(key).part : 0n) });
    });
    return [...found.values()].map(({ status, verdicts, part }) => ({
      status,
      verdict: status === 'decided' ? verdicts[0] : null,
      possible: status === 'decided' ? [] : verdicts,
      share: share(part, high - low),
    }));
  };

  /* ----- the computed models: linear along each axis in turn; null beyond the axes ----- */
  const ends = (values, x) => {
    if (!(x >= values[0] && x <= values[values.length - 1])) return null;
    const place = Math.max(1, values.findIndex((value) => x <= value));
    const along = (x - values[place - 1]) / (values[place] - values[place - 1]);
    return [
      [place - 1, 1 - along],
      [place, along],
    ];
  };
  const interpolate = (table, quantity, point) => {
    const sides = table.axes.map((axis) => ends(axis.values, point[axis.name]));
    if (sides.includes(null)) return null;
    const values = table.values[quantity];
    const sum = (level, index) =>
      level === sides.length
        ? values[index]
        : sides[level].reduce((total, [place, weight]) => {
            return total + (weight ? weight * sum(level + 1, index * table.axes[level].values.length + place) : 0);
          }, 0);
    return tidy(sum(0, 0) * table.scale);
  };

  NetLearn.ablationModel = { DIAMETER, sizing, chances, interpolate };
})();
