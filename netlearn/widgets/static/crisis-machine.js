/* crisis-machine.js: the crisis room, played by the rules that Python exports (netlearn.clinic.crisis); a test holds the two
   to the same in every state. Pure: lines in, what happened and what each edition says of it out. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const [HIDDEN, FOUND, TREATED, WAIT] = ['other-cause', 'cause-found', 'cause-treated', 'wait'];
  const CALL = 'senior-help'; // the aim that is named first where it is missing
  const USUAL = 'octreotide-crisis-dose'; // the move of the dose that an order is read back against
  const NOT_STATED = 'none'; // how data write "no route"
  const LISTED = ['harmful', 'wrong', 'late']; // of the standings, what a summary lists, the gravest first
  const MEETS = ['right', 'good-practice'];
  const none = [];
  /* what Python's str.split() takes for space, which is not quite what \s is */
  const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const AMOUNT = /^([0-9]{1,60})(?:\.([0-9]{1,30}))? ?([^0-9 ].*)$/;

  const wordsOf = (text) => text.split(SPACE).filter(Boolean);
  const byId = (list) => new Map(list.map((entry) => [entry.id, entry]));
  const plain = (text) => wordsOf(text.toLowerCase().replace(/-/g, ' ')).join(' ');
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const fraction = (n, d) => {
    const by = gcd(n, d) || 1;
    return d === by ? String(n / by) : n / by + '/' + d / by;
  };

  const holds = ({ hypotension, load, given = none, not_given = none }, state) =>
    (hypotension === undefined || hypotension === state.hypotension) &&
    (!load || load.includes(state.load)) &&
    given.every((id) => state.given.has(id)) &&
    !not_given.some((id) => state.given.has(id));

  /* what an action is called in a scene: "stop handling the tumour" and whom to call are its own; where looking finds the
     cause, it is still a look */
  NetLearn.crisisName = (data, scene, kind) => {
    const own = { 'stop-manipulation': scene.stop, 'call-senior-help': scene.call }[kind.id];
    const isFound = scene.cause && kind.id === scene.cause + '-found';
    return own || (isFound ? data.actions.find(({ id }) => id === 'look-for-' + scene.cause).label : kind.label);
  };

  /* what a look for another cause shows in a scene, '' where the action is none */
  NetLearn.crisisSeen = ({ looks, cause }, { id }) => looks[id === cause + '-found' ? cause : id.replace('look-for-', '')] || '';

  /* what the room answers to an order; one in another unit than microgram is read back in microgram, against the usual dose */
  NetLearn.crisisReply = ({ moves, words }, { move, dose, read }) => {
    const usual = moves.find(({ id }) => id === USUAL).microgram[0][0];
    const amount = read && Number(read.n) / Number(read.d);
    if (!read || read.micro || amount === usual) return move.reply || '';
    const unit = 'microgram' + (read.rate ? '/h' : '');
    const times = amount / usual;
    const against = !read.rate && times > 1 && NetLearn.say(words.against_usual, { times: Number(times.toFixed(times < 10 ? 1 : 0)), usual });
    return [NetLearn.say(words.read_back, { dose, amount: amount + '\u00a0' + unit }), against, move.reply].filter(Boolean).join(' ');
  };

  /* what the monitor shows of a state: the band of the room, moved by the scene; the pulse until its cause is treated */
  NetLearn.crisisShown = (data, scene, { pressure, given }) => {
    const band = data.pressures.find(({ id }) => id === pressure);
    const { systolic_shift: high, diastolic_shift: low, pulse_shift: beats } = scene;
    return { ...band, systolic: band.systolic + high, diastolic: band.diastolic + low, pulse: band.pulse + (given.has(TREATED) ? 0 : beats) };
  };

  /* the minute as it is shown: the last one that is counted stands for all after it */
  NetLearn.crisisMinute = ({ clock, words }, minute) => (minute === clock ? NetLearn.say(words.over, { minute: clock - 1 }) : String(minute));

  /* ----- how a minute changes the room ----- */
  const clockwork = (data) => {
    const entries = byId(data.given);
    const bands = { pressure: data.pressures.map(({ id }) => id), load: data.loads.map(({ id }) => id) };
    const pressures = byId(data.pressures);
    const at = (minute, pressure, load, given) => ({ minute, pressure, load, given, hypotension: pressures.get(pressure).hypotension });
    const recorded = (given, gives) => {
      const entry = entries.get(gives);
      if (!entry || (entry.resets && given.has(FOUND))) return given;
      const now = new Set([...given, ...(entry.also || (entry.treats ? none : [gives]))]);
      if (given.has(entry.treats)) now.add(TREATED);
      return now.has(FOUND) ? new Set([...now].filter((id) => entries.get(id).kept)) : now;
    };
    const moved = (band, state) => {
      const pushes = data.influences.filter(({ on, when = {} }) => on === band && holds(when, state));
      const push = pushes.reduce((sum, { by }) => sum + by, 0);
      const place = bands[band].indexOf(state[band]) + Math.sign(push);
      return bands[band][Math.max(0, Math.min(bands[band].length - 1, place))];
    };
    const after = (state, gives) => {
      const given = recorded(state.given, gives);
      const found = given.has(FOUND) && !state.given.has(FOUND);
      const minute = Math.min(state.minute + 1, data.clock);
      const later = at(minute, state.pressure, found ? bands.load[0] : state.load, given);
      const loaded = { ...later, load: moved('load', later) };
      return at(minute, moved('pressure', loaded), loaded.load, given);
    };
    return { after, begin: (scene) => at(0, scene.pressure, scene.load, new Set(scene.given)) };
  };

  /* ----- reading a line: what is done, the dose with its unit, the route ----- */
  const reader = (data) => {
    const W = data.words;
    const kinds = byId(data.actions);
    const names = new Map();
    for (const kind of data.actions)
      for (const name of [kind.id, ...(kind.aliases || none)]) if (!names.has(plain(name))) names.set(plain(name), kind);
    const refused = (field, value, accepted) => ({ error: NetLearn.say(W.refused, { field, value, accepted }) });

    /* "300 mg" in microgram as n/d, exactly; null for what is no mass and no rate */
    const amount = (text) => {
      const found = AMOUNT.exec(text);
      const unit = found && /^(.*?)((?:\/| per ).*)?$/.exec(found[3]);
      if (!unit || !Object.hasOwn(data.masses, unit[1]) || (unit[2] && !Object.hasOwn(data.times, unit[2]))) return null;
      const [n, d = 1n] = (unit[2] ? data.times[unit[2]] : '1').split('/').map(BigInt);
      const places = found[2] || '';
      return { n: BigInt(found[1] + places) * n * BigInt(data.masses[unit[1]]), d: 10n ** BigInt(places.length) * d, rate: Boolean(unit[2]), micro: data.masses[unit[1]] === '1' };
    };
    const isRoute = (words) => words.length > 0 && Object.hasOwn(data.routes, words.join(' ').toLowerCase());
    const split = (words) => {
      for (let n = 0; n < words.length; n++) if (isRoute(words.slice(n))) return [words.slice(0, n), words.slice(n)];
      for (let n = words.length; n > 0; n--) if (isRoute(words.slice(0, n))) return [words.slice(n), words.slice(0, n)];
      return [words, none];
    };
    const within = ({ n, d }, [low, lowIn, high, highIn]) => {
      const over = low === null || n > BigInt(low) * d || (lowIn && n === BigInt(low) * d);
      return over && (high === null || n < BigInt(high) * d || (highIn && n === BigInt(high) * d));
    };
    const moveOf = (kind, dose, read, route) => {
      const runs = route === 'infusion' || (read && read.rate && [undefined, 'IV'].includes(route));
      const ordered = runs && kind.infusion ? kind.infusion : kind.id;
      const fits = (move) =>
        move.actions.includes(ordered) &&
        (move.dose === 'any' || (move.dose === 'stated') === Boolean(dose)) &&
        (!move.microgram || !read || move.microgram.some((range) => within(read, range))) &&
        (!move.routes || move.routes.includes(route || NOT_STATED));
      return data.moves.find(fits);
    };
    const done = (kind, dose, read, route) => {
      const text = [kind.id, dose, route].filter(Boolean).join(' ');
      return { kind, text, dose, route, read, move: moveOf(kind, dose, read, route) };
    };
    /* { kind, text, dose, route, read, move }, or { error: a sentence } */
    const read = (line) => {
      const words = wordsOf(line);
      let count = words.length;
      while (count && !names.has(plain(words.slice(0, count).join(' ')))) count--;
      if (!count) return refused(W.action, line, W.a_line);
      const kind = names.get(plain(words.slice(0, count).join(' ')));
      if (kind.dose === 'none') return count < words.length ? refused(W.action, line, NetLearn.say(W.takes_no_dose, { action: kind.label })) : done(kind);
      const [told, way] = split(words.slice(count));
      const [dose, route] = [told.join(' '), way.length ? data.routes[way.join(' ').toLowerCase()] : undefined];
      const amountRead = kind.dose === 'microgram' && dose ? amount(dose) : null;
      const slip = kind.dose === 'microgram' && dose ? NetLearn.doseSlip(dose, W) : '';
      if (slip) return refused(W.dose, dose, W.a_dose + '. ' + slip.replace(/\.$/, ''));
      if (kind.dose === 'microgram' && dose && !amountRead) return refused(W.dose, dose, W.a_dose);
      if (kind.dose === 'unread' && dose && !/\p{Nd}/u.test(dose)) return refused(W.action, line, W.a_number);
      if (route && !(kind.routes || none).includes(route)) return refused(W.route, route, NetLearn.say(W.routes_for, { routes: (kind.routes || none).join(', '), action: kind.label.split(',')[0].toLowerCase() }));
      return done(kind, dose, amountRead, route);
    };
    return { read, plainly: (id) => done(kinds.get(id)) };
  };

  /* ----- what one edition says of a run ----- */
  const sources = ({ sources = none, errata = none, basis = '' }) => ({ sources, errata, basis });
  const saidOf = (by, state, move) => by.judgements.find(({ moves, when = {} }) => moves.includes(move) && holds(when, state));
  const judge = (data, by, { scene, states, actions }) => {
    const owedBy = (given) => by.aims.filter((aim) => holds(aim.owed || {}, { given }));
    const ordersOwed = (aims) => by.orders.filter(({ first }) => aims.some((aim) => aim.id === first && !aim.extra));
    const [met, broken] = [new Set(), new Set()];
    const step = ({ kind, text, move }, n) => {
      const before = states[n];
      const said = saidOf(by, before, move.id);
      const owed = owedBy(before.given);
      const [wasBroken, metBefore] = [new Set(broken), new Set(met)];
      for (const { id, first, then } of ordersOwed(owed)) if (then.includes(move.id) && !met.has(first)) broken.add(id);
      const now = owed.filter(({ id, moves, unjudged = none }) => !met.has(id) && (unjudged.includes(move.id) || (moves.includes(move.id) && MEETS.includes(said.verdict))));
      for (const { id } of now) met.add(id);
      const fault = !said.unscored && ['wrong', 'harmful'].includes(said.verdict);
      const tardy = before.minute > (said.prompt_until ?? Infinity) && !metBefore.has(said.first_of);
      const late = tardy || (move.id === WAIT && fault) || by.orders.some(({ id, first }) => wasBroken.has(id) && now.some((aim) => aim.id === first));
      const verdict = said.verdict === 'harmful' && said.unscored ? 'outdated' : said.verdict;
      const standing = verdict === 'harmful' || verdict === 'outdated' || !late ? verdict : 'late';
      const { pressure, load } = states[n + 1];
      return { minute: before.minute, action: text, move: move.id, judgement: said.id, verdict: said.verdict, standing, because: [NetLearn.crisisSeen(scene, kind), said.because, tardy && said.when_late].filter(Boolean).join(' '), fault, pressure, load, ...sources(said) };
    };
    const steps = actions.map(step);
    const end = states[states.length - 1];
    const all = owedBy(end.given);
    const owed = all.filter((aim) => !aim.extra);
    const orders = ordersOwed(all);
    const most = owed.length + orders.length;
    const earned = owed.filter(({ id }) => met.has(id)).length + orders.filter(({ id, first }) => met.has(first) && !broken.has(id)).length;
    const faults = steps.filter(({ fault }) => fault).length;
    const half = earned < most && by.aims.some((aim) => aim.extra && met.has(aim.id)) ? 1 : 0;
    const untreated = end.given.has(HIDDEN) || (end.given.has(FOUND) && !end.given.has(TREATED));
    const [part, whole] = data.untreated_credit.split('/').map(Number);
    const points = Math.max(0, 2 * (earned - faults) + half);
    const capped = untreated && points * whole > 2 * most * part;
    const risk = (a, b) => (data.cautions[a].risk < data.cautions[b].risk ? -1 : data.cautions[a].risk > data.cautions[b].risk ? 1 : 0);
    const always = by.always || none;
    const cautions = [...new Set([...always, ...steps.flatMap(({ errata }) => [...always, ...errata].sort(risk))])].sort(risk);
    return {
      edition: by.edition,
      position: by.position,
      note: by.note,
      steps,
      missing: owed.filter(({ id }) => !met.has(id)),
      out_of_order: orders.filter(({ id }) => broken.has(id)),
      undone: all.filter(({ id, extra }) => extra && !met.has(id)),
      credit: capped ? data.untreated_credit : fraction(points, 2 * most),
      capped,
      complete: earned === most && !faults,
      cautions,
    };
  };

  /* what the summary of an edition lists: [key of a word, text]; as Python's summing.points */
  NetLearn.crisisPoints = (data, scene, { steps, missing, out_of_order, undone }) => {
    const W = data.words;
    const told = (key) => ({ label, because }) => [key, label + '. ' + because];
    const help = missing.find(({ id }) => id === CALL);
    const label = scene.uncalled || (help && help.label);
    const uncalled = label && !steps.some(({ move }) => move === 'call-' + CALL);
    const times = new Map();
    for (const standing of LISTED)
      for (const step of steps.filter((each) => each.standing === standing)) {
        const key = standing + ' ' + step.move;
        times.set(key, (times.get(key) || new Set()).add(NetLearn.crisisMinute(data, step.minute)));
      }
    const listed = [...times].map(([key, minutes]) => {
      const [standing, move] = key.split(' ');
      const step = data.moves.find(({ id }) => id === move).label;
      return [standing, NetLearn.say(W.at_minute, { step: step[0].toUpperCase() + step.slice(1), minute: [...minutes].join(', ') })];
    });
    return [
      ...(uncalled ? [['missing', label + '. ' + (help ? help.because : W.call_unsaid)]] : none),
      ...listed,
      ...missing.filter(({ id }) => id !== CALL).map(told('missing')),
      ...out_of_order.map(told('order')),
      ...undone.map(told('undone')),
    ];
  };

  /* data: what Python exports. play(scene id, lines) -> the run; read(line) -> an action or { error } */
  NetLearn.crisisMachine = (data) => {
    const { begin, after } = clockwork(data);
    const { read, plainly } = reader(data);
    const scenes = byId(data.scenes);
    const looked = ({ cause }, action) => (cause && action.kind.id === 'look-for-' + cause ? plainly(cause + '-found') : action);
    const run = (id, lines) => {
      const scene = scenes.get(id) || data.scenes[0];
      const actions = lines.map(read).map((action) => looked(scene, action));
      const states = [begin(scene)];
      for (const { move } of actions) states.push(after(states[states.length - 1], move.gives));
      return { scene, actions, states, end: states[states.length - 1] };
    };
    const play = (id, lines) => {
      const played = run(id, lines);
      const outcomes = data.editions.map((by) => judge(data, by, played));
      const gravest = (n) => Math.min(...outcomes.map(({ steps }) => data.standings.indexOf(steps[n].standing)));
      const order = played.actions.map((_, n) => n).sort((a, b) => gravest(a) - gravest(b) || a - b);
      return { ...played, outcomes, stable: !played.end.hypotension, gravest_first: order.map((n) => n + 1) };
    };
    return { read, run, play, scenes, begin, after, saidOf, words: data.words };
  };
})();
