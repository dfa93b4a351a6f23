/* quiz-grade.js: grade(variant, answer) -> grade, a pure function: the twin of netlearn.items.grade, to which a test
   holds it. What cannot be read is a format error, which costs no attempt. dose and place ask the exported tables. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { amount, within } = NetLearn.quizAmount;

  const DONT_KNOW = 'dont-know';
  const SEGMENTS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
  const STATED = 'diffuse_multifocal';
  const STATES = ['none', 'small', 'dominant'];
  const FIELDS = ['drug', 'formulation', 'dose', 'route', 'frequency'];

  const isText = (value) => typeof value === 'string';
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const unique = (list) => [...new Set(list)];

  /* score is part of whole, written as Python writes a Fraction */
  const scoreText = (part, whole) => {
    const { n, d } = NetLearn.quizAmount.fraction(BigInt(part), BigInt(whole));
    return d === 1n ? String(n) : n + '/' + d;
  };
  const graded = (part, whole, feedback, evidence, more) => ({
    result: part === whole ? 'right' : part > 0 ? 'partly' : 'wrong',
    score: scoreText(part, whole),
    feedback: feedback.filter(Boolean),
    evidence: unique(evidence),
    errata: [],
    dangerous: false,
    flips: '',
    ...more,
  });
  const plain = (result, feedback = []) => graded(0, 1, feedback, [], { result });

  /* ----- reading: null for what is no answer to this variant ----- */
  const idsOf = (list) => list.map((each) => each.id);
  const one = (answer, ids) => (isText(answer) && ids.includes(answer) ? answer : null);
  const several = (answer, ids) => {
    const listed = isText(answer) ? answer.split(',').map((part) => part.replace(/^ +| +$/g, '')) : answer;
    const known = Array.isArray(listed) && listed.every((each) => one(each, ids) !== null);
    return known && unique(listed).length === listed.length ? listed : null;
  };
  const byId = (list, id) => list.find((each) => each.id === id);

  /* ----- choice, classify, multiple ----- */
  const choice = {
    read: (v, answer) => one(answer, idsOf(v.options)),
    grade: (v, answer) => {
      const chosen = byId(v.options, answer);
      const score = v.key.includes(answer) ? 1 : 0;
      const more = { dangerous: Boolean(chosen.dangerous), flips: chosen.flips || '' };
      const feedback = [chosen.feedback, score ? '' : v.because || ''];
      return graded(score, 1, feedback, [...chosen.evidence, ...(v.evidence || [])], more);
    },
  };
  const multiple = {
    read: (v, answer) => {
      const ticked = several(answer, idsOf(v.options));
      return ticked && ticked.includes(DONT_KNOW) ? null : ticked;
    },
    grade: (v, answer) => {
      const chosen = v.options.filter((each) => answer.includes(each.id));
      const hits = chosen.filter((each) => v.key.includes(each.id)).length;
      const missed = v.key.length - hits;
      const feedback = [...chosen.map((each) => each.feedback), missed ? missed + ' more to find.' : ''];
      const dangerous = chosen.some((each) => each.dangerous);
      const score = Math.max(0, hits - (answer.length - hits));
      return graded(score, v.key.length, feedback, chosen.flatMap((each) => each.evidence), { dangerous });
    },
  };

  /* ----- finding the error: the piece, and half of the score what it should say ----- */
  const findError = {
    read: (v, answer) => {
      const given = isText(answer) ? { span: answer } : answer;
      if (!isObject(given) || Object.keys(given).some((key) => key !== 'span' && key !== 'correction')) return null;
      const span = one(given.span, idsOf(v.spans));
      const said = given.correction === undefined ? null : given.correction;
      const correction = said === null ? null : one(said, v.correction ? idsOf(v.correction.options) : []);
      return span === null || (said !== null && correction === null) ? null : { span, correction };
    },
    grade: (v, answer) => {
      const span = byId(v.spans, answer.span);
      const found = v.key.includes(answer.span);
      if (!found || !v.correction) return graded(found ? 1 : 0, 1, [span.feedback], span.evidence);
      const chosen = byId(v.correction.options, answer.correction);
      if (!chosen || chosen.id === DONT_KNOW) return graded(1, 2, [span.feedback], span.evidence);
      const mended = v.correction.key.includes(chosen.id) ? 2 : 1;
      const evidence = [...span.evidence, ...chosen.evidence];
      return graded(mended, 2, [span.feedback, chosen.feedback], evidence, { dangerous: Boolean(chosen.dangerous) });
    },
  };

  /* ----- order: the share of constraints kept ----- */
  const order = {
    read: (v, answer) => {
      const listed = several(answer, idsOf(v.steps));
      return listed && listed.length === v.steps.length ? listed : null;
    },
    grade: (v, answer) => {
      const kept = ([first, then]) => answer.indexOf(first) < answer.indexOf(then);
      const broken = v.reasons.filter((_, n) => !kept(v.before[n]));
      const shown = broken.length ? broken : v.reasons;
      const total = v.before.length;
      return graded(total - broken.length, total, broken.map((each) => each.feedback), shown.flatMap((each) => each.evidence));
    },
  };

  /* ----- quantity: within the range, else the first band of known wrong answers ----- */
  const quantity = {
    read: (v, answer) => amount(answer, v.dimension, v.unit),
    grade: (v, value) => {
      if (within(value, v)) return graded(1, 1, [v.right.feedback], v.right.evidence);
      const band = v.bands.find((each) => within(value, each)) || { ...v.wrong, dangerous: false };
      return graded(0, 1, [band.feedback], band.evidence, { dangerous: band.dangerous });
    },
  };

  /* ----- dose and place: what the table says ----- */
  const tableOf = (v) => NetLearn.tables[v.table][v.edition];
  const optionsOf = (table, name) => table.inputs.find((input) => input.name === name).values;
  const flipTo = (table, values, decision, verdict, wanted) =>
    NetLearn.flips(table, values, decision).find((flip) => flip.verdict === verdict && wanted(flip.input));
  const changed = (flip) => flip.to.replace(/^= /, '');

  const MENU = { drug: 'drug', formulation: 'form', dose: 'dose', route: 'route', frequency: 'frequency' };
  const isErratum = (caution) => /^E\d+$/.test(caution.id); // or else a caution of the table itself
  const errataOf = (d) => d.cautions.filter((caution) => isErratum(caution) && caution.risk !== 'C').map(({ id }) => id);
  const isDangerous = (d) => {
    const gravest = d.cautions.filter((caution) => caution.risk === 'A');
    return gravest.length > 0 && (d.verdict === 'reject' || !gravest.every(isErratum));
  };
  const dose = {
    read: (v, answer) => {
      if (!isObject(answer) || Object.keys(answer).length !== FIELDS.length) return null;
      const listed = (name) => one(answer[name], optionsOf(tableOf(v), name)) !== null;
      return FIELDS.every(listed) ? answer : null;
    },
    grade: (v, answer) => {
      const table = tableOf(v);
      const values = { ...answer, context: v.context };
      const d = NetLearn.decide(table, values);
      if (d.error) return graded(0, 1, ['What is accepted is ' + d.error.replace(/\.+$/, '') + '.'], []);
      const asked = answer.drug === v.drug;
      const right = asked && d.verdict === 'accept';
      const flip = asked && !right && flipTo(table, values, d, 'accept', (name) => FIELDS.includes(name));
      const other = asked ? '' : 'The question asks for ' + v.drug + '.';
      return graded(right ? 1 : 0, 1, [other, d.because], d.evidence, {
        errata: errataOf(d),
        dangerous: !right && isDangerous(d),
        flips: flip ? 'It would be accepted with the ' + MENU[flip.input] + ' ' + changed(flip) + '.' : '',
      });
    },
  };

  const lower = (label) => label.slice(0, 1).toLowerCase() + label.slice(1);
  const verdictWords = (table, d) => {
    const labels = (d.verdict ? [d.verdict] : d.possible).map((verdict) => lower(NetLearn.verdictLabel(table, verdict)));
    if (!labels.length) return 'not covered by any rule';
    return NetLearn.list(labels, 'or') + (labels.length > 1 ? ', and nothing says which prevails' : '');
  };
  const mapFlip = (flip) => {
    if (flip.input === STATED) return 'the disease were ' + (flip.set ? '' : 'not ') + 'stated diffuse';
    return 'segment ' + flip.input + ' held ' + changed(flip);
  };
  const place = {
    read: (v, answer) => {
      if (!isObject(answer)) return null;
      const { [STATED]: stated = false, ...lesions } = answer;
      const states = Object.values(lesions);
      const known = Object.keys(lesions).every((segment) => SEGMENTS.includes(segment)) && states.every((s) => STATES.includes(s));
      if (typeof stated !== 'boolean' || !known || states.every((s) => s === 'none')) return null;
      return { ...Object.fromEntries(SEGMENTS.map((segment) => [segment, 'none'])), ...lesions, [STATED]: stated };
    },
    grade: (v, values) => {
      const table = tableOf(v);
      const d = NetLearn.decide(table, values);
      const errata = errataOf(d);
      if (d.verdict === v.wanted) return graded(1, 1, [d.because], d.evidence, { errata });
      const flip = flipTo(table, values, d, v.wanted, () => true);
      const flips = flip ? 'It would be so if ' + mapFlip(flip) + '.' : '';
      return graded(0, 1, ['This map is ' + verdictWords(table, d) + '.', d.because], d.evidence, { errata, flips });
    },
  };

  /* ----- segments to take out: enough of what they hold, in as few as can be ----- */
  const segmentWords = (names, first) => first + 'egment' + (names.length > 1 ? 's' : '') + '\u00a0' + NetLearn.list(names, 'and');
  const resect = {
    read: (v, answer) => several(answer, SEGMENTS),
    grade: (v, answer) => {
      const marked = SEGMENTS.filter((segment) => answer.includes(segment));
      const held = (segment) => v.volumes[segment] || 0;
      const taken = marked.reduce((sum, segment) => sum + held(segment), 0);
      const outcome = (halves, said, more) => graded(halves, 2, [more, said.feedback], said.evidence, { errata: said.errata });
      if (taken < v.least) {
        const left = SEGMENTS.filter((segment) => held(segment) && !marked.includes(segment));
        const stays = 'Metastases stay in ' + segmentWords(left, 's') + '.';
        return outcome(0, v.short, v.goal === 'complete' ? stays : 'That takes ' + taken + '\u00a0% of the tumour.');
      }
      if (marked.length === v.fewest) return outcome(2, v.enough, '');
      const healthy = marked.filter((segment) => !held(segment));
      return outcome(1, v.enough, healthy.length ? segmentWords(healthy, 'S') + ' held no metastasis.' : 'Fewer segments are enough.');
    },
  };

  const KINDS = { choice, classify: choice, multiple, quantity, dose, order, place, resect, 'find-error': findError };
  const isEmpty = (answer) =>
    answer === null || answer === '' || (typeof answer === 'object' && Object.keys(answer).length === 0);
  const isDontKnow = (answer) => answer === DONT_KNOW || (Array.isArray(answer) && answer.length === 1 && answer[0] === DONT_KNOW);

  NetLearn.grade = (variant, answer) => {
    if (isEmpty(answer)) return plain('unanswered');
    if (isDontKnow(answer)) return plain(DONT_KNOW);
    const kind = KINDS[variant.kind];
    const read = kind.read(variant, answer);
    if (read === null) return plain('format-error', ['Accepted: ' + variant.accepted + '.']);
    const made = kind.grade(variant, read);
    return { ...made, errata: unique([...(variant.errata || []), ...made.errata]) };
  };
})();
