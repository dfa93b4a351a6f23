/* crisis-exercise.js: a scene of the crisis room to be taken to safety, as a kind of question: its form, its reading, its
   grade. Loaded only where a quiz asks for the room. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h } = NetLearn;
  const isText = (value) => typeof value === 'string';
  const MOST = 40; // actions that an answer may have
  const TOLD = ['harmful', 'wrong', 'late', 'insufficient-alone'];
  const LEFT = ['missing', 'order']; // of a summary's points, what feedback speaks of besides
  const GRAVEST = 'harmful';
  const RUN = 'nl-crisis-run'; // what a room on the page says when its run is handed in

  const dataOf = () => NetLearn.tables['crisis-room'][''];
  let machine = null;
  const played = () => (machine = machine || NetLearn.crisisMachine(dataOf()));
  const linesOf = (answer) => (isText(answer) ? answer.split(/[;\n]/) : answer);
  const capital = (text) => text[0].toUpperCase() + text.slice(1);

  const form = (variant) => {
    const spoken = () => host.dispatchEvent(new Event('change', { bubbles: true }));
    const play = NetLearn.crisisPlay({ data: dataOf(), changed: spoken, debrief: null, told: true });
    const show = (answer) => play.show(variant.scene, linesOf(answer).filter((line) => line.trim()));
    const again = NetLearn.button(dataOf().words.start_again, () => (show([]), spoken()), 'is-quiet');
    const host = h('div', { class: 'nl-q-room nl-widget' }, play.element, again);
    document.addEventListener(RUN, (event) => {
      if (!host.isConnected || event.detail.scene !== variant.scene) return;
      event.preventDefault();
      show(event.detail.lines);
      spoken();
      host.scrollIntoView({ block: 'nearest' });
    });
    show([]);
    return { element: host, value: () => (play.lines().length ? play.lines() : null), show };
  };

  const read = (variant, answer) => {
    const listed = linesOf(answer);
    if (!Array.isArray(listed) || !listed.every(isText)) return null;
    const lines = listed.filter((line) => line.trim());
    const { without = [] } = played().scenes.get(variant.scene);
    const offered = ({ error, kind }) => !error && !kind.id.endsWith('-found') && !without.includes(kind.id);
    return lines.length > 0 && lines.length <= MOST && lines.map(played().read).every(offered) ? lines : null;
  };

  const grade = (variant, lines) => {
    const data = dataOf();
    const W = data.words;
    const run = played().play(variant.scene, lines);
    const outcome = run.outcomes.find(({ edition }) => edition === variant.edition);
    const { steps, missing, out_of_order: order } = outcome;
    const pressed = run.end.given.has('vasopressor');
    const harm = steps.some(({ standing }) => standing === GRAVEST);
    const dangerous = harm || missing.some(({ presses }) => presses) || (!run.stable && !pressed);
    const [part, whole = 1] = outcome.credit.split('/').map(Number);
    const place = ({ standing }) => data.standings.indexOf(standing);
    const told = steps.filter(({ standing }) => TOLD.includes(standing)).sort((a, b) => place(a) - place(b));
    const label = (id) => capital(data.moves.find((move) => move.id === id).label);
    const feedback = [
      ...told.map((step) => NetLearn.say(W.exercise_step, { step: label(step.move), minute: step.minute, standing: W[step.standing] }) + ' ' + step.because),
      ...NetLearn.crisisPoints(data, run.scene, outcome).flatMap(([key, text]) => (LEFT.includes(key) ? [W[key] + ': ' + text] : [])),
      run.stable ? '' : W.low,
      variant.truth,
    ];
    const left = [...told, ...missing, ...order];
    const evidence = (left.length ? left : steps).flatMap(({ sources = [] }) => sources.filter((id) => !data.updates.includes(id)));
    const score = dangerous ? [0, 1] : run.stable ? [part, whole] : [part, 2 * whole];
    return NetLearn.quizGrading.graded(...score, feedback, evidence, { dangerous, errata: outcome.cautions });
  };

  NetLearn.crisisExercise = { form, read, grade };
})();
